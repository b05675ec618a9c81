#include "forms/pack/check.hpp"

#include <algorithm>
#include <tuple>

#include "forms/pack/check_parts.hpp"

namespace forms {

std::vector<Problem> check(const Loaded& loaded) {
    auto problems = loaded.problems;
    check_references(loaded.pack, problems);
    check_duplicates(loaded.pack, problems);
    std::ranges::stable_sort(problems, {},
                             [](const Problem& each) { return std::tie(each.file, each.line, each.column); });
    const auto same = std::ranges::unique(problems);
    problems.erase(same.begin(), same.end());
    return problems;
}

}  // namespace forms
