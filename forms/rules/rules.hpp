#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "forms/rules/expression.hpp"
#include "forms/rules/vocabulary.hpp"

namespace forms {

/// What one compiled node does with its children.
enum class Op : std::uint8_t {
    Literal,
    Scalar,    // term of no repeated role
    OfPerson,  // term of the person the surrounding where, question or computed item is about
    OfNth,     // term of the n-th person of a role, for sheets: household[2].name
    And,
    Or,
    Not,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Any,
    All,
    Count,
    AgeOn,
    AgeByLaw,
    DaysAfter,
    MonthsAfter,
    YearsAfter,
    FiscalYearEnd18,
    Known,
};

/// A compiled node. Terms are addressed by column, so evaluating looks nothing up by name.
struct Node {
    Op op{};
    std::int8_t role = kNoRole;
    Kind kind{};              // Literal: of its value
    std::uint16_t nth = 0;    // OfNth: from 1; In: number of literals
    std::uint32_t first = 0;  // children[first …]; for terms the column
    std::uint32_t count = 0;  // number of children
    std::uint32_t term = 0;   // for terms: index in the vocabulary; for In: first literal in `sets`
    Cell value = 0;           // Literal
};

/// Every rule of a pack, compiled, with the vocabulary it was compiled against.
struct Rules {
    Vocabulary vocabulary;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::vector<Cell> sets;
};

}  // namespace forms
