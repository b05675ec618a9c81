#pragma once

#include <cstddef>
#include <string>

#include "kiosk/ui/input.hpp"

namespace kiosk {

/// A text and where the caret stands in it (a byte on a border of what people see as one character). Every
/// other byte of the text stays as it was: nothing is normalised, so a name keeps its variation selectors and
/// its rare characters.
struct Edited {
    std::string text;
    std::size_t caret = 0;
    bool operator==(const Edited&) const = default;
};

/// Puts one character in at the caret. Controls and invisible direction marks are refused (they would hide in
/// a name); か followed by U+3099 becomes が, as kana have one form only. A selector joins the character
/// before it.
[[nodiscard]] Edited typed_into(const Edited& now, char32_t character);

/// Backspace, Delete, Left, Right, Home, End by whole characters: base and selector, kana and mark go
/// together.
[[nodiscard]] Edited edited_by(const Edited& now, KeyName key);

}  // namespace kiosk
