#pragma once

#include "kiosk/model/model.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// The question's words in the pack; nullptr only when model and pack do not belong together.
[[nodiscard]] const forms::Question* words_of(const Model& model, const Question& screen);

/// The row at the foot of an answer area where わからない stands: 20 mm high, less where the area is low.
[[nodiscard]] Rect unknown_row(const Ui& ui);
[[nodiscard]] Rect unknown_row(const Rect& area);

/// The foot row: わからない with its consequence and, when there are several pages, ほかの答えを見る beside
/// it.
std::optional<Event> draw_foot(const Model& model, const Question& screen, std::size_t pages, const Rect& row,
                               Ui& ui);

/// Draws わからない at the foot of `area` where it is an answer to the question, and takes its row and the
/// distance to it off the area.
std::optional<Event> take_unknown_row(const Model& model, const Question& screen, Rect& area, Ui& ui);

/// The sentence for why 次へ could not go on.
[[nodiscard]] std::string word_of(DraftTrouble trouble);

}  // namespace kiosk
