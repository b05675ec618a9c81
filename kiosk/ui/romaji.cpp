#include "kiosk/ui/romaji.hpp"

#include <array>
#include <string_view>

#include "kiosk/ui/kana.hpp"

namespace kiosk {
namespace {

struct Row {
    std::string_view consonants;
    std::array<std::string_view, 5> kana;  // with a i u e o; empty where there is no such syllable
};

constexpr std::string_view kVowels = "aiueo";
constexpr std::array<Row, 40> kRows{{
    {"", {"あ", "い", "う", "え", "お"}},
    {"k", {"か", "き", "く", "け", "こ"}},
    {"s", {"さ", "し", "す", "せ", "そ"}},
    {"sh", {"しゃ", "し", "しゅ", "しぇ", "しょ"}},
    {"t", {"た", "ち", "つ", "て", "と"}},
    {"ch", {"ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"}},
    {"ts", {"つぁ", "つぃ", "つ", "つぇ", "つぉ"}},
    {"n", {"な", "に", "ぬ", "ね", "の"}},
    {"h", {"は", "ひ", "ふ", "へ", "ほ"}},
    {"f", {"ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"}},
    {"m", {"ま", "み", "む", "め", "も"}},
    {"y", {"や", "", "ゆ", "いぇ", "よ"}},
    {"r", {"ら", "り", "る", "れ", "ろ"}},
    {"w", {"わ", "うぃ", "", "うぇ", "を"}},
    {"g", {"が", "ぎ", "ぐ", "げ", "ご"}},
    {"z", {"ざ", "じ", "ず", "ぜ", "ぞ"}},
    {"j", {"じゃ", "じ", "じゅ", "じぇ", "じょ"}},
    {"d", {"だ", "ぢ", "づ", "で", "ど"}},
    {"b", {"ば", "び", "ぶ", "べ", "ぼ"}},
    {"p", {"ぱ", "ぴ", "ぷ", "ぺ", "ぽ"}},
    {"v", {"ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"}},
    {"ky", {"きゃ", "", "きゅ", "", "きょ"}},
    {"sy", {"しゃ", "", "しゅ", "", "しょ"}},
    {"ty", {"ちゃ", "", "ちゅ", "", "ちょ"}},
    {"ny", {"にゃ", "", "にゅ", "", "にょ"}},
    {"hy", {"ひゃ", "", "ひゅ", "", "ひょ"}},
    {"my", {"みゃ", "", "みゅ", "", "みょ"}},
    {"ry", {"りゃ", "", "りゅ", "", "りょ"}},
    {"gy", {"ぎゃ", "", "ぎゅ", "", "ぎょ"}},
    {"zy", {"じゃ", "", "じゅ", "", "じょ"}},
    {"jy", {"じゃ", "", "じゅ", "", "じょ"}},
    {"dy", {"ぢゃ", "", "ぢゅ", "", "ぢょ"}},
    {"by", {"びゃ", "", "びゅ", "", "びょ"}},
    {"py", {"ぴゃ", "", "ぴゅ", "", "ぴょ"}},
    {"x", {"ぁ", "ぃ", "ぅ", "ぇ", "ぉ"}},
    {"xy", {"ゃ", "", "ゅ", "", "ょ"}},
    {"l", {"ぁ", "ぃ", "ぅ", "ぇ", "ぉ"}},
    {"ly", {"ゃ", "", "ゅ", "", "ょ"}},
    {"xt", {"", "", "っ", "", ""}},
    {"dh", {"でゃ", "でぃ", "でゅ", "でぇ", "でょ"}},
}};

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// The run of small Latin letters right before the caret.
std::string_view letters_before(const Edited& now) {
    auto from = now.caret;
    while (from > 0 && is_letter(now.text[from - 1])) --from;
    return std::string_view(now.text).substr(from, now.caret - from);
}

std::string_view syllable(std::string_view letters) {
    const auto vowel = kVowels.find(letters.back());
    if (vowel == std::string_view::npos) return {};
    for (const auto& row : kRows)
        if (row.consonants == letters.substr(0, letters.size() - 1)) return row.kana.at(vowel);
    return {};
}

}  // namespace

Edited romaji_typed(const Edited& now, char32_t letter) {
    const bool large = letter >= U'A' && letter <= U'Z';
    const auto small = large ? letter - U'A' + U'a' : letter;
    if (small == U'-') return typed_into(romaji_ended(now), U'ー');
    if (small == U'\'' && letters_before(now) == "n") return romaji_ended(now);
    if (small < U'a' || small > U'z') return typed_into(romaji_ended(now), letter);
    const auto before = letters_before(now);
    const bool m_for_n = before == "m" && (small == U'b' || small == U'p');
    if (m_for_n) return typed_into(replaced_before(now, "m", "ん"), small);
    const auto next = static_cast<char>(small);
    const bool vowel = kVowels.find(next) != std::string_view::npos;
    if (before == "n" && next == 'n') return replaced_before(now, "n", "ん");
    if (before == "n" && !vowel && next != 'y') return typed_into(replaced_before(now, "n", "ん"), small);
    if (before.size() == 1 && before.front() == next && !vowel)
        return typed_into(replaced_before(now, std::string(before), "っ"), small);
    const auto spelled = std::string(before) + next;
    const auto kana = syllable(spelled);
    const auto typed = typed_into(now, small);
    return kana.empty() ? typed : replaced_before(typed, spelled, std::string(kana));
}

Edited romaji_ended(const Edited& now) {
    return letters_before(now) == "n" ? replaced_before(now, "n", "ん") : now;
}

}  // namespace kiosk
