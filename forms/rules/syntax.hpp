#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace forms {

/// Why a rule cannot be used.
enum class RuleErrc : std::uint8_t {
    Syntax,
    UnknownName,
    UnknownChoice,
    UnknownSetting,
    Type,    // a comparison or function of things that do not go together
    Person,  // a repeated person outside any, all or count, or a role without its count
    TooDeep,
};

/// One problem of a rule, at a byte of its text.
struct RuleProblem {
    RuleErrc code{};
    std::size_t offset = 0;
    std::string message;  // Japanese
    std::string message_en;
};

enum class Form : std::uint8_t {
    Truth,
    Number,
    Day,
    String,
    Word,
    Key,
    Call,
    And,
    Or,
    Not,
    Compare,
    In,
    Any,
    All,
    Count
};

/// A rule as written, before its names mean anything.
struct Syntax {
    Form form{};
    std::string word;         // a name, an operator, a role, a string
    std::int64_t number = 0;  // truth, number, day number; for a key the n of role[n]
    std::vector<Syntax> parts;
    std::size_t offset = 0;
};

/// Deepest nesting of brackets, not and where.
inline constexpr int kDeepestRule = 40;
/// Deepest nesting of any, all and count: the work grows with the persons to this power.
inline constexpr int kDeepestPersons = 3;

/// Reads a rule:
///   rule       = all-of {"or" all-of}          all-of = denied {"and" denied}      denied = {"not"}
///   comparison comparison = value [("=" | "!=" | "<" | "<=" | ">" | ">=") value | ["not"] "in" "{" value
///   {"," value} "}"] value      = "(" rule ")" | true | false | integer | 2026-11-22 | "string" | name |
///   person.item | person[2].item
///              | function "(" value {"," value} ")" | ("any" | "all") role ["where" rule] | "count" "(" role
///              ["where" rule] ")"
/// `where` reaches as far as it can. Two values joined by different words need brackets only where and/or
/// would mislead.
[[nodiscard]] std::variant<Syntax, RuleProblem> parse_rule(std::string_view text);

}  // namespace forms
