#pragma once

#include <cstdint>
#include <vector>

#include "forms/rules/rules.hpp"

namespace forms {

/// The persons of one repeated role and what is known of each.
struct People {
    std::vector<int> numbers;  // as in keys: household[numbers[i]]
    std::vector<Cell> cells;   // numbers.size() × columns
    std::uint32_t columns = 0;
    Cell complete = kUnsaid;  // a known cell once it is known how many there are

    [[nodiscard]] Cell& cell(std::size_t person, std::uint32_t column) {
        return cells[person * columns + column];
    }
    [[nodiscard]] Cell cell(std::size_t person, std::uint32_t column) const {
        return cells[person * columns + column];
    }
};

/// Everything known at one moment of a visit, by column instead of by name.
struct Situation {
    std::vector<Cell> scalars;
    std::vector<People> people;  // by role
};

/// An empty situation for a vocabulary.
[[nodiscard]] Situation nothing_known(const Vocabulary& vocabulary);

/// Whose item is meant where a rule says only the role: the place of the person among People::numbers, for
/// each role.
struct Whose {
    std::int8_t person[kMaxRoles] = {};
};

/// The value of a compiled rule: a known cell, kUnsaid when an answer could still make it known, kSaidUnknown
/// when all that is missing was answered with わからない. Total: any node, any situation.
[[nodiscard]] Cell evaluate(const Rules& rules, std::uint32_t node, const Situation& situation,
                            const Whose& whose);

/// A term a result rests on; for a repeated role with the place of the person among People::numbers.
struct Leaf {
    std::uint32_t term = 0;
    std::int8_t person = -1;
    bool operator==(const Leaf&) const = default;
};

/// The same, and adds the told terms that keep the rule unknown, as often as it names them: those not said
/// yet, those answered with わからない and those out of reach. Computed terms are looked through. A known
/// rule adds none.
[[nodiscard]] Cell evaluate(const Rules& rules, std::uint32_t node, const Situation& situation,
                            const Whose& whose, std::vector<Leaf>& missing);

}  // namespace forms
