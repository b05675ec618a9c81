#include "kiosk/ui/kana.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "kiosk/ui/rich.hpp"

namespace kiosk {
namespace {

using Table = std::pair<std::u32string_view, std::u32string_view>;

constexpr Table kVoiced{U"かきくけこさしすせそたちつてとはひふへほう",
                        U"がぎぐげござじずぜぞだぢづでどばびぶべぼゔ"};
constexpr Table kHalfVoiced{U"はひふへほ", U"ぱぴぷぺぽ"};
constexpr Table kSmall{U"あいうえおつやゆよわ", U"ぁぃぅぇぉっゃゅょゎ"};

char32_t through(const Table& table, char32_t c) {
    if (const auto at = table.first.find(c); at != std::u32string_view::npos) return table.second[at];
    if (const auto at = table.second.find(c); at != std::u32string_view::npos) return table.first[at];
    return c;
}

// は with ゜ while it is ば: the mark goes over to the other one.
char32_t plain(char32_t c) {
    for (const auto* table : {&kVoiced, &kHalfVoiced})
        if (const auto at = table->second.find(c); at != std::u32string_view::npos) return table->first[at];
    return c;
}

char32_t marked(char32_t c, KanaMark mark) {
    switch (mark) {
        case KanaMark::Voiced:
            return kVoiced.second.find(c) != std::u32string_view::npos ? plain(c)
                                                                       : through(kVoiced, plain(c));
        case KanaMark::HalfVoiced:
            return kHalfVoiced.second.find(c) != std::u32string_view::npos ? plain(c)
                                                                           : through(kHalfVoiced, plain(c));
        case KanaMark::Small:
            return through(kSmall, c);
    }
    return c;
}

bool is_hiragana(char32_t c) {
    return (c >= 0x3041 && c <= 0x3096) || c == U'ー';
}

std::string utf8(char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
}

}  // namespace

Edited marked(const Edited& now, KanaMark mark) {
    const auto head = code_points(now.text.substr(0, now.caret));
    if (head.empty()) return now;
    const auto changed = marked(head.back(), mark);
    if (changed == head.back()) return now;
    return replaced_before(now, utf8(head.back()), utf8(changed));
}

std::string kana_before(const Edited& now) {
    const auto head = code_points(now.text.substr(0, now.caret));
    auto from = head.size();
    while (from > 0 && is_hiragana(head[from - 1])) --from;
    std::string kana;
    for (auto i = from; i < head.size(); ++i) append_utf8(kana, head[i]);
    return kana;
}

Edited replaced_before(const Edited& now, const std::string& kana, const std::string& by) {
    if (now.caret < kana.size()) return now;
    const auto from = now.caret - kana.size();
    return {now.text.substr(0, from) + by + now.text.substr(now.caret), from + by.size()};
}

std::string character_before(const Edited& now) {
    const auto left = edited_by(now, KeyName::Left).caret;
    return now.text.substr(left, now.caret - left);
}

}  // namespace kiosk
