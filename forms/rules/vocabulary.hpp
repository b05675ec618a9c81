#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "forms/facts/value.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// The types of the rule language.
enum class Kind : std::uint8_t { Bool, Number, Day, Choice, Text };

/// A value while rules are evaluated: a truth value 0/1, a number, a day number, or the symbol of a choice or
/// string.
using Cell = std::int64_t;

/// Nothing was said yet.
inline constexpr Cell kUnsaid = std::numeric_limits<Cell>::min();
/// The person said わからない.
inline constexpr Cell kSaidUnknown = kUnsaid + 1;
/// Nobody will be asked: the questions that could tell are out of reach, or there is no such person.
inline constexpr Cell kOutOfReach = kUnsaid + 2;
/// A string that no rule compares with.
inline constexpr Cell kOtherText = kUnsaid + 3;

/// Whether a cell holds a value at all.
[[nodiscard]] constexpr bool is_known(Cell cell) {
    return cell > kOutOfReach;
}

/// A term of nobody in particular, or of a person who does not repeat.
inline constexpr int kNoRole = -1;
/// Roles that repeat; a pack with more is refused by its loader.
inline constexpr int kMaxRoles = 8;
/// Persons of one role that a visit can hold.
inline constexpr int kMaxPersons = 50;

/// One thing rules can read: an item, a computed item or a named condition.
struct Term {
    std::string key;
    Kind kind{};
    std::vector<Cell> choices;  // symbols, for Kind::Choice
    int role = kNoRole;
    std::uint32_t column = 0;          // its place among the terms of its role, or among those of no role
    std::uint32_t computed = kNoNode;  // how it is worked out; kNoNode: it is told
    bool has_rule = false;             // it is worked out, even if its rule has an error
    bool condition = false;            // a named condition, not an item
};

/// A repeated role, with the term that says how many persons it has (`household.count`), if the pack has one.
struct Role {
    std::string id;
    std::uint32_t columns = 0;
    std::optional<std::uint32_t> count_term;
};

/// A city's decision as a constant.
struct Constant {
    Kind kind{};
    Cell value{};
};

/// What the names in rules mean.
struct Vocabulary {
    std::vector<Term> terms;
    std::vector<Role> roles;
    std::uint32_t columns = 0;  // of terms without a role
    std::unordered_map<std::string, std::uint32_t> term_by_key;
    std::unordered_map<std::string, Constant> settings;
    std::unordered_map<std::string, Cell> symbols;
    std::vector<std::string> words;  // of the symbols

    /// Adds a term and gives its number; a key that exists already keeps its first meaning.
    std::uint32_t add_term(std::string key, Kind kind, int role);

    /// The symbol of a choice id or string, new if need be.
    Cell symbol(std::string_view word);

    /// The symbol of a word some rule or item names, or kOtherText.
    [[nodiscard]] Cell symbol_of(std::string_view word) const;

    [[nodiscard]] const Term* find(std::string_view key) const;
    [[nodiscard]] int role_of(std::string_view id) const;
};

}  // namespace forms
