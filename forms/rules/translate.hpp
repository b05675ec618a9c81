#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/rules/rules.hpp"
#include "forms/rules/syntax.hpp"

namespace forms {

/// A rule compiled into Rules, or the problems that kept it out.
struct Translated {
    std::uint32_t node = kNoNode;
    Kind kind{};
    std::vector<RuleProblem> problems;
    [[nodiscard]] bool good() const { return problems.empty(); }
};

/// Whether a problem says which known name was perhaps meant: a search through all of them.
enum class Suggest : std::uint8_t { No, Yes };

/// Compiles one rule against the vocabulary of `rules`. `bound_role` is the repeated role whose person the
/// rule is about (a question or computed item of a role), or kNoRole.
[[nodiscard]] Translated translate(Rules& rules, std::string_view text, int bound_role = kNoRole,
                                   Suggest suggest = Suggest::Yes);

/// The same, for rules that must be true or false.
[[nodiscard]] Translated translate_condition(Rules& rules, std::string_view text, int bound_role = kNoRole,
                                             Suggest suggest = Suggest::Yes);

/// The terms that a compiled rule reads itself, each once; with the count terms of the roles it goes over.
[[nodiscard]] std::vector<std::uint32_t> terms_read(const Rules& rules, std::uint32_t node);

/// The terms that a rule rests on: those it reads, and those the computed items and named conditions among
/// them rest on, each once.
[[nodiscard]] std::vector<std::uint32_t> terms_under(const Rules& rules, std::uint32_t node);

/// Those of them that somebody tells.
[[nodiscard]] std::vector<std::uint32_t> told_terms(const Rules& rules, std::uint32_t node);

/// The Japanese name of a type, for messages.
[[nodiscard]] std::string_view kind_name(Kind kind);
[[nodiscard]] std::string_view kind_name_en(Kind kind);

}  // namespace forms
