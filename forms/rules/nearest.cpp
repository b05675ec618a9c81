#include "forms/rules/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace forms {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> known) {
    constexpr std::size_t kLongest = 80;  // longer words are not typing mistakes, and the search is quadratic
    std::string best;
    std::size_t smallest = std::max<std::size_t>(2, word.size() / 3) + 1;
    if (word.size() > kLongest) return best;
    for (const auto& each : known) {
        const auto longer = std::max(each.size(), word.size()) - std::min(each.size(), word.size());
        if (longer >= smallest) continue;
        const auto found = distance(word, each);
        if (found >= smallest) continue;
        smallest = found;
        best = each;
    }
    return best;
}

}  // namespace forms
