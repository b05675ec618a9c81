#include "forms/typeset/name_rules.hpp"

#include <unicode/uchar.h>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

constexpr bool between(char32_t point, char32_t first, char32_t last) {
    return point >= first && point <= last;
}

std::optional<NameFault> fault_of(const CodePoint& point, bool first) {
    const auto value = point.value;
    if (point.broken) return NameFault::BrokenUtf8;
    if (value < 0x20 || between(value, 0x7F, 0x9F) || value == 0x2028 || value == 0x2029)
        return NameFault::Control;
    if (between(value, 0x202A, 0x202E) || between(value, 0x2066, 0x2069) || between(value, 0x200E, 0x200F) ||
        value == 0x061C)
        return NameFault::Direction;
    if (between(value, 0x200B, 0x200D) || between(value, 0x2060, 0x2064) || value == 0xFEFF || value == 0xAD)
        return NameFault::Invisible;
    if (is_variation_selector(value)) return first ? std::optional(NameFault::LoneSelector) : std::nullopt;
    const auto category = u_charType(static_cast<UChar32>(value));
    if (category == U_UNASSIGNED || category == U_SURROGATE) return NameFault::Unassigned;
    return {};
}

}  // namespace

std::optional<NameProblem> name_problem(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (const auto fault = fault_of(point, at == 0)) return NameProblem{*fault, {at, at + point.length}};
        at += point.length;
    }
    return {};
}

}  // namespace forms
