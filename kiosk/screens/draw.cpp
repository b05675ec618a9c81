#include "kiosk/screens/draw.hpp"

#include <variant>

#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

struct DrawScreen {
    const Model& model;
    Moment now;
    Ui& ui;

    std::optional<Event> operator()(const Start&) const { return draw_start(model, ui); }
    std::optional<Event> operator()(const PlaceCard& screen) const {
        return draw_place_card(model, screen, ui);
    }
    std::optional<Event> operator()(const EnterPin& screen) const {
        return draw_enter_pin(model, screen, ui);
    }
    std::optional<Event> operator()(const EnterNumberB& screen) const {
        return draw_enter_number_b(model, screen, ui);
    }
    std::optional<Event> operator()(const Reading& screen) const { return draw_reading(model, screen, ui); }
    std::optional<Event> operator()(const ConfirmCard& screen) const {
        return draw_confirm_card(model, screen, ui);
    }
    std::optional<Event> operator()(const Question& screen) const {
        auto happened = draw_question(model, screen, ui);
        return screen.undoing.empty() ? happened : draw_undoing(model, screen, ui);
    }
    std::optional<Event> operator()(const Results& screen) const { return draw_results(model, screen, ui); }
    std::optional<Event> operator()(const Review& screen) const { return draw_review(model, screen, ui); }
    std::optional<Event> operator()(const Submitting& screen) const {
        return draw_submitting(model, screen, ui);
    }
    std::optional<Event> operator()(const Printing& screen) const {
        return screen.trouble ? draw_paper_trouble(model, screen, now, ui)
                              : draw_printing(model, screen, now, ui);
    }
    std::optional<Event> operator()(const Finish& screen) const { return draw_finish(model, screen, ui); }
    std::optional<Event> operator()(const Trouble& screen) const { return draw_trouble(model, screen, ui); }
};

struct DrawPanel {
    const Model& model;
    Moment now;
    Ui& ui;

    std::optional<Event> operator()(std::monostate) const { return std::nullopt; }
    std::optional<Event> operator()(const LanguagePanel&) const { return draw_language_panel(model, ui); }
    std::optional<Event> operator()(const TextSizePanel&) const { return draw_text_size_panel(model, ui); }
    std::optional<Event> operator()(const StaffCalled&) const { return draw_staff_called(model, ui); }
    std::optional<Event> operator()(const Resting& panel) const { return draw_resting(panel, ui); }
    std::optional<Event> operator()(const StopAsked&) const { return draw_stop_asked(model, ui); }
    std::optional<Event> operator()(const TimeOut& panel) const {
        return draw_time_out(model, panel, now, ui);
    }
};

std::optional<Event> draw_once(const Model& model, Moment now, Ui& ui) {
    auto happened = std::visit(DrawScreen{model, now, ui}, model.screen);
    if (std::holds_alternative<std::monostate>(model.overlay)) return happened;
    // What lies under a panel cannot be touched, so whatever it reported belongs to the moment before the
    // panel came.
    return std::visit(DrawPanel{model, now, ui}, model.overlay);
}

}  // namespace

std::optional<Event> draw(const Model& model, Moment now, Ui& ui) {
    return ui.fitted([&] { return draw_once(model, now, ui); });
}

Look look_of(const Model& model, const Panel& panel) {
    Look look;
    look.panel = panel;
    look.language = model.preferences.language;
    look.percent = model.preferences.text_percent;
    look.ruby = model.preferences.ruby;
    look.contrast = model.preferences.high_contrast ? Contrast::High : Contrast::Standard;
    return look;
}

std::string screen_name(const Model& model) {
    auto name = std::to_string(model.screen.index()) + '/' + std::to_string(model.overlay.index());
    if (const auto* resting = std::get_if<Resting>(&model.overlay); resting != nullptr && resting->noted)
        name += "/noted";
    if (const auto* question = std::get_if<Question>(&model.screen)) {
        name += '/' + question->question + '/' + std::to_string(question->person) + '/' +
                std::to_string(question->page);
        if (!question->undoing.empty()) name += "/undoing";
    }
    if (const auto* results = std::get_if<Results>(&model.screen))
        name += '/' + std::to_string(results->group) + '/' + std::to_string(results->page);
    if (const auto* review = std::get_if<Review>(&model.screen))
        name += '/' + std::to_string(review->section) + '/' + std::to_string(review->page);
    if (const auto* printing = std::get_if<Printing>(&model.screen); printing != nullptr && printing->trouble)
        name += "/trouble";
    return name;
}

}  // namespace kiosk
