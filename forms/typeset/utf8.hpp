#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forms {

/// One code point of a text and the bytes it takes there.
struct CodePoint {
    char32_t value = 0;
    std::size_t at = 0;
    std::size_t length = 0;
    bool broken = false;  // these bytes are not UTF-8; value is U+FFFD
};

/// The code point that begins at a byte; `at` must lie inside the text.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

/// Whether every byte belongs to well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

/// `U+9089 U+E0110`.
[[nodiscard]] std::string code_points_text(std::string_view text);

/// FE00–FE0F and E0100–E01EF: they choose the form of the character before them.
[[nodiscard]] constexpr bool is_variation_selector(char32_t point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

}  // namespace forms
