#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "forms/typeset/text_breaks.hpp"

namespace forms {

/// Why a text cannot be a person's name or address.
enum class NameFault : std::uint8_t {
    BrokenUtf8,
    Control,      // C0, C1, line feeds
    Direction,    // turns the reading direction: U+200E–F, U+202A–E, U+2066–9, U+061C
    Invisible,    // zero width: U+200B–D, U+2060–4, U+FEFF, U+00AD
    Unassigned,   // no character in Unicode
    LoneSelector  // a variation selector with nothing before it
};

struct NameProblem {
    NameFault fault{};
    Span bytes;
    bool operator==(const NameProblem&) const = default;
};

/// The first thing in a name that must be refused, never repaired (facts/linkage-security.md §2.2).
/// Private-use characters are allowed: 行政事務標準文字 has them, and what cannot be drawn is flagged
/// elsewhere.
[[nodiscard]] std::optional<NameProblem> name_problem(std::string_view text);

}  // namespace forms
