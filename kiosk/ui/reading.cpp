#include <limits>

#include "kiosk/ui/rich.hpp"

namespace kiosk {
namespace {

// Kana sound alike for matching: katakana as hiragana, particles as they are said.
char32_t sound(char32_t c) {
    if (c >= U'ァ' && c <= U'ヶ') c -= 0x60;
    if (c == U'は') return U'わ';
    if (c == U'へ') return U'え';
    if (c == U'を') return U'お';
    return c;
}

bool is_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FF && c != U'・') || c == U'ー';
}
bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

// A run of the text: kana that must be met in the reading, or kanji and digits that stand for some of it, or
// marks that the reading may leave out.
enum class Kind { Kana, Spoken, Mark };
struct Run {
    Kind kind;
    std::u32string text;
};

Kind kind_of(char32_t c) {
    return is_kana(c) ? Kind::Kana : is_kanji(c) || is_digit(c) ? Kind::Spoken : Kind::Mark;
}

std::vector<Run> runs_of(std::u32string_view text) {
    std::vector<Run> runs;
    for (const char32_t c : text) {
        const auto kind = kind_of(c);
        if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
        runs.back().text.push_back(c);
    }
    return runs;
}

std::u32string sounds_only(std::string_view reading) {
    std::u32string kept;
    for (const char32_t c : code_points(reading))
        if (is_kana(c) || is_digit(c)) kept.push_back(c);
    return kept;
}

constexpr int kNoWay = std::numeric_limits<int>::max();

// Cheapest way to read runs[i..] as said[j..]; a kanji is expected to take about two kana.
class Matcher {
public:
    Matcher(const std::vector<Run>& runs, const std::u32string& said)
        : runs_(runs),
          said_(said),
          cost_(runs.size() + 1, std::vector<int>(said.size() + 1, kNoWay)),
          take_(runs.size() + 1, std::vector<std::size_t>(said.size() + 1, 0)) {
        cost_[runs.size()][said.size()] = 0;
        for (std::size_t i = runs.size(); i-- > 0;)
            for (std::size_t j = 0; j <= said.size(); ++j) settle(i, j);
    }
    [[nodiscard]] bool found() const { return cost_[0][0] != kNoWay; }
    [[nodiscard]] std::size_t taken(std::size_t i, std::size_t j) const { return take_[i][j]; }

private:
    void settle(std::size_t i, std::size_t j) {
        const auto& run = runs_[i];
        if (run.kind == Kind::Mark) return offer(i, j, 0, 0);
        if (run.kind == Kind::Kana) {
            if (meets(run.text, j)) offer(i, j, run.text.size(), 0);
            return;
        }
        for (std::size_t n = 1; j + n <= said_.size() && n <= run.text.size() * 6; ++n) {
            const int off = static_cast<int>(n) - static_cast<int>(2 * run.text.size());
            offer(i, j, n, off * off);
        }
    }
    void offer(std::size_t i, std::size_t j, std::size_t n, int price) {
        const int rest = cost_[i + 1][j + n];
        if (rest == kNoWay || rest + price >= cost_[i][j]) return;
        cost_[i][j] = rest + price;
        take_[i][j] = n;
    }
    [[nodiscard]] bool meets(const std::u32string& kana, std::size_t j) const {
        if (j + kana.size() > said_.size()) return false;
        for (std::size_t k = 0; k < kana.size(); ++k)
            if (sound(kana[k]) != sound(said_[j + k])) return false;
        return true;
    }

    const std::vector<Run>& runs_;
    const std::u32string& said_;
    std::vector<std::vector<int>> cost_;
    std::vector<std::vector<std::size_t>> take_;
};

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

}  // namespace

Rich with_reading(std::string_view text, std::string_view reading) {
    const auto said = sounds_only(reading);
    const auto runs = runs_of(code_points(text));
    const Matcher match(runs, said);
    if (said.empty() || !match.found()) return as_is(text);

    Rich rich;
    std::size_t at = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto taken = match.taken(i, at);
        const auto part = std::u32string_view(said).substr(at, taken);
        at += taken;
        const bool spoken = runs[i].kind == Kind::Spoken && part != runs[i].text;
        if (!spoken && !rich.empty() && rich.back().ruby.empty())
            rich.back().text += utf8(runs[i].text);
        else
            rich.push_back({utf8(runs[i].text), spoken ? utf8(part) : std::string(), false});
    }
    return rich;
}

}  // namespace kiosk
