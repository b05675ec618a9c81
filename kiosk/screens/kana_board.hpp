#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/text_edit.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// The boards a text can be typed on. Which one is out belongs to the visit (Ui::board).
enum class Board { Kana, Phone, Romaji, Letters, Address, Choosing };

/// Whether the 50-on board of mock-up 07 has room in `area` with keys a finger hits (15 mm).
[[nodiscard]] bool board_fits(const Rect& area);

/// The board that is out, in `area`; the text after the key touched or typed on a keyboard, empty when none
/// was. `boards` are those the item may be typed on, the first is out at first. Where the large boards have
/// no room there are two rows instead: a column is touched, then one of its characters. Empty cells stay
/// empty, so columns never shift.
std::optional<Edited> draw_board(const Edited& now, const std::vector<Board>& boards, const Rect& area,
                                 Ui& ui);

}  // namespace kiosk
