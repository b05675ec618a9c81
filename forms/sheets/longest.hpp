#pragma once

#include <string>
#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/sheets/report.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

/// Fields of one sheet that the longest legal values do not go into.
struct LongestFinding {
    const SheetTemplate* sheet = nullptr;  // in the pack
    std::vector<Overflow> overflows;
};

/// The longest value an item may have: a name of 105 letters, an address with a building of 60 characters,
/// the choice with the longest label, all its digits (facts/linkage-security.md §2.2).
[[nodiscard]] std::string longest_text(const Item& item);

/// Fills every sheet with the longest values. What is found is not wrong (nothing is cut: it goes on the
/// continuation sheet), but a wider field is better.
[[nodiscard]] std::vector<LongestFinding> fill_with_longest(const Pack& pack, Typesetter& typesetter);

}  // namespace forms
