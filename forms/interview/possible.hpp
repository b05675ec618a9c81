#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/interview/board.hpp"
#include "forms/interview/plain.hpp"
#include "forms/pack/pack.hpp"
#include "forms/rules/explain.hpp"

namespace forms {

/// One thing that can be told in a visit, with values that stand for all others: every choice, both sides of
/// every number and date that a rule compares with, the days around each birthday that an age asks about.
struct Possible {
    Leaf leaf;
    std::vector<Cell> values;
    bool exact = false;   // the values are all there are
    bool asked = false;   // a question of the event asks it
    bool counts = false;  // it says how many persons a role has
};

/// Persons of a role that `prove` goes up to.
inline constexpr std::size_t kProvedPersons = 2;

/// Everything that can be told in a pack's event, for persons up to kProvedPersons.
[[nodiscard]] std::vector<Possible> possible_facts(const Pack& pack, std::uint64_t event, Date today);

/// What was told; kUnsaid also for persons that are not there.
[[nodiscard]] Cell told_of(const Pack& pack, const Told& told, const Leaf& leaf);

/// Nothing told yet on a day.
[[nodiscard]] Told nothing_told(const Pack& pack, std::uint64_t event, Date today);

/// A truth with room for every possible fact.
[[nodiscard]] Truth empty_truth(const Pack& pack, Date today);

/// Sets one fact of a truth.
void set_truth(const Pack& pack, Truth& truth, const Possible& possible, Cell cell);

/// `child[2].birth_date = 2016-01-01`, for the account of a visit. kSaidUnknown is わからない.
[[nodiscard]] std::string spoken(const Pack& pack, const Leaf& leaf, Cell cell);

}  // namespace forms
