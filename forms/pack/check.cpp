#include "forms/pack/check.hpp"

#include <algorithm>
#include <tuple>

#include "forms/pack/check_parts.hpp"

namespace forms {

std::vector<Problem> check(const Loaded& loaded) {
    auto problems = loaded.problems;
    check_references(loaded, problems);
    check_duplicates(loaded.pack, problems);
    check_fields(loaded.pack, problems);
    check_words(loaded.pack, problems);
    // What a pack means can only be told once it can be read: a broken rule would make its items look unused.
    if (loaded.usable()) {
        check_meaning(loaded.pack, problems);
        check_use(loaded.pack, problems);
    }
    std::ranges::stable_sort(problems, {},
                             [](const Problem& each) { return std::tie(each.file, each.line, each.column); });
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
    return problems;
}

}  // namespace forms
