#include "kiosk/ui/readings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace kiosk {
namespace {

bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

int number_before(std::u32string_view text, std::size_t at) {
    int number = 0;
    int place = 1;
    while (at > 0 && is_digit(text[at - 1]) && place <= 1000) {
        number += static_cast<int>(text[at - 1] & 0xFU) * place;
        place *= 10;
        --at;
    }
    return number;
}

// After a number the counters are read their own way: 14日 is じゅうよっか, 2人 is ふたり.
std::string_view counted(char32_t counter, int number) {
    constexpr std::array<int, 12> kDays{2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24};
    if (counter == U'日') return std::ranges::find(kDays, number) == kDays.end() ? "にち" : "か";
    if (counter == U'人') return number <= 2 ? "り" : "にん";
    if (counter == U'月') return "がつ";
    if (counter == U'分') return "ふん";
    if (counter == U'本') return "ほん";
    return {};
}

void add(Rich& rich, const Rich& more) {
    for (const auto& span : more) {
        if (span.ruby.empty() && !rich.empty() && rich.back().ruby.empty())
            rich.back().text += span.text;
        else
            rich.push_back(span);
    }
}

}  // namespace

Readings::Readings(const std::filesystem::path& assets) {
    const auto file = assets / "readings" / "easy.txt";
    std::ifstream lines(file);
    if (!lines) throw std::runtime_error(file.string() + ": cannot be read");
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        auto word = parse_rich(line);
        auto key = code_points(plain(word));
        longest_ = std::max(longest_, key.size());
        words_.emplace(std::move(key), std::move(word));
    }
}

Rich Readings::over(std::string_view sentence) const {
    const auto text = code_points(sentence);
    Rich rich;
    for (std::size_t i = 0; i < text.size();) {
        std::string one;
        append_utf8(one, text[i]);
        const bool after_number = i > 0 && is_digit(text[i - 1]);
        const auto ruby = after_number ? counted(text[i], number_before(text, i)) : std::string_view();
        std::size_t length = 1;
        Rich word{{one, std::string(ruby), false}};
        for (auto n = ruby.empty() ? std::min(longest_, text.size() - i) : 0; n >= 1; --n) {
            const auto found = words_.find(std::u32string_view(text).substr(i, n));
            if (found == words_.end()) continue;
            word = found->second;
            length = n;
            break;
        }
        add(rich, word);
        i += length;
    }
    return rich;
}

}  // namespace kiosk
