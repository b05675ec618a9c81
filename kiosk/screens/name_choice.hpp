#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/event.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// What the right-hand column of a name screen offers, and what touching it does to which text.
struct NameChoice {
    struct Offer {
        std::string shown;
        bool same_as_applicant = false;
        event::TextEdited then;
    };
    Rich title;
    bool forms = false;  // other forms of one character rather than kanji for a reading
    bool wide = false;   // whole addresses rather than words: one under another
    std::vector<Offer> offers;
};

/// What the writing worker suggested for the text being typed, else kanji for the kana being typed, else the
/// other forms of the character before the caret; empty when there is neither.
[[nodiscard]] NameChoice offers_of(const Model& model, const Question& screen, Ui& ui);

/// Draws the column: tiles in pages, ほかの漢字 or ほかの形 for the next page, and 職員が入力する.
std::optional<Event> draw_name_choice(const NameChoice& choice, int page, const Rect& area, Ui& ui);
/// The same in one row.
std::optional<Event> draw_name_strip(const NameChoice& choice, int page, const Rect& area, Ui& ui);

}  // namespace kiosk
