#pragma once

#include <cstdint>
#include <vector>

#include "forms/rules/situation.hpp"

namespace forms {

/// Adds the told terms that keep a rule unknown: those not said yet and those answered with わからない.
/// Computed terms and named conditions are looked through. Nothing is added when the rule is known.
void add_missing(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose,
                 std::vector<Leaf>& leaves);

/// Adds the terms that make a known rule what it is: for a true `and` all of it, for a false one the first
/// part that is false. Named conditions are looked through; computed items are named themselves.
void add_support(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose,
                 std::vector<Leaf>& leaves);

/// The cell of a leaf.
[[nodiscard]] Cell cell_of(const Rules& rules, const Situation& situation, const Leaf& leaf);

}  // namespace forms
