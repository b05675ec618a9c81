#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "kiosk/screens/kana_board.hpp"

namespace kiosk {

using BoardRows = std::array<std::u32string_view, 5>;

/// The rows of a large board of ten columns; an ideographic space is an empty cell.
[[nodiscard]] const BoardRows& rows_of(Board board);

/// The columns of the board in two rows, at most five characters each; the first names the column.
[[nodiscard]] std::vector<std::u32string_view> columns_of(Board board);

/// What the keys beside the digits of the address board write.
[[nodiscard]] const std::array<std::string_view, 10>& address_words();

/// The twelve keys of a telephone and the characters behind each, the middle one first, then left, up, right,
/// down as they are flicked to.
[[nodiscard]] const std::array<std::u32string_view, 12>& phone_keys();

}  // namespace kiosk
