#pragma once

#include <optional>

#include "kiosk/model/event.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/ui/ui.hpp"

// One function per screen and panel. Each draws its part of the model and returns what the person did.
namespace kiosk {

std::optional<Event> draw_start(const Model& model, Ui& ui);
std::optional<Event> draw_place_card(const Model& model, const PlaceCard& screen, Ui& ui);
std::optional<Event> draw_enter_pin(const Model& model, const EnterPin& screen, Ui& ui);
std::optional<Event> draw_enter_number_b(const Model& model, const EnterNumberB& screen, Ui& ui);
std::optional<Event> draw_reading(const Model& model, const Reading& screen, Ui& ui);
std::optional<Event> draw_confirm_card(const Model& model, const ConfirmCard& screen, Ui& ui);
std::optional<Event> draw_question(const Model& model, const Question& screen, Ui& ui);
std::optional<Event> draw_results(const Model& model, const Results& screen, Ui& ui);
std::optional<Event> draw_review(const Model& model, const Review& screen, Ui& ui);
std::optional<Event> draw_submitting(const Model& model, const Submitting& screen, Ui& ui);
std::optional<Event> draw_printing(const Model& model, const Printing& screen, Moment now, Ui& ui);
std::optional<Event> draw_paper_trouble(const Model& model, const Printing& screen, Moment now, Ui& ui);
std::optional<Event> draw_finish(const Model& model, const Finish& screen, Ui& ui);
std::optional<Event> draw_trouble(const Model& model, const Trouble& screen, Ui& ui);

// What may stand in the middle of a question screen, by the kind of its items.
std::optional<Event> draw_tiles(const Model& model, const Question& screen, float top, Ui& ui);
/// What came of a page of a question, and whether tiles follow that nobody has seen yet: they come before
/// whatever 次へ leads to.
struct DrawnPage {
    std::optional<Event> happened{};
    bool goes_on = false;
};
/// Several things of which any may be so: a tile each, and at the foot of the last page どれもない.
DrawnPage draw_list(const Model& model, const Question& screen, float top, Ui& ui);
std::optional<Event> draw_date(const Model& model, const Question& screen, const PadPage& page, Ui& ui);
/// Several days on one screen: the one being typed is chosen above the others' parts.
std::optional<Event> draw_dates(const Model& model, const Question& screen, const PadPage& page, Ui& ui);
std::optional<Event> draw_digits(const Model& model, const Question& screen, const PadPage& page, Ui& ui);
std::optional<Event> draw_typing(const Model& model, const Question& screen, float top, Ui& ui);
/// Several items on one screen, with the pad where digits are typed.
std::optional<Event> draw_group(const Model& model, const Question& screen, const PadPage& page, Ui& ui);

// Panels over a screen.
std::optional<Event> draw_language_panel(const Model& model, Ui& ui);
std::optional<Event> draw_text_size_panel(const Model& model, Ui& ui);
std::optional<Event> draw_staff_called(const Model& model, Ui& ui);
std::optional<Event> draw_resting(const Resting& panel, Ui& ui);
std::optional<Event> draw_stop_asked(const Model& model, Ui& ui);
std::optional<Event> draw_time_out(const Model& model, const TimeOut& panel, Moment now, Ui& ui);
std::optional<Event> draw_undoing(const Model& model, const Question& screen, Ui& ui);

}  // namespace kiosk
