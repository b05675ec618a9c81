#include "kiosk/screens/dialog.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"

namespace kiosk {
namespace {

// The panel's own acts stand where the page's were.
std::optional<Event> bar(Ui& ui, std::optional<BarButton> beside, BarButton primary) {
    Chrome chrome{.left = Chrome::Left::Nothing, .pause = false};
    chrome.beside = std::move(beside);
    chrome.primary = std::move(primary);
    return draw_bottom_bar(chrome, ui);
}

BarButton primary(const Ui& ui, const char* id, const char* words, Event event) {
    return {id, ui.words(words), std::move(event), ButtonKind::Primary, ""};
}

BarButton quiet(const Ui& ui, const char* id, const char* words, Event event) {
    return {id, ui.words(words), std::move(event), ButtonKind::Quiet, ""};
}

// In the middle of what the bottom bar leaves; larger words take all of it.
Rect box_of(const Ui& ui) {
    const float w = std::min(grid(1260) * std::clamp(ui.scale(), 1.0F, 1.3F), ui.content().w);
    const float room = ui.content().bottom();
    const bool whole = ui.scale() > 1.2F || ui.height() < 170;
    const float h = whole ? room - grid(60) : grid(560);
    const float y = whole ? grid(30) : std::max(grid(90), (room - h) / 2 + grid(20));
    return {(ui.width() - w) / 2, y, w, h};
}

}  // namespace

Dialog open_dialog(Ui& ui, const Rich& title, const Rich& words) {
    ui.cover();
    Dialog dialog{.box = box_of(ui), .room = {}};
    ui.canvas().fill(dialog.box, Paint::Ground, grid(24));
    if (ui.look().contrast == Contrast::High) ui.canvas().border(dialog.box, Paint::Text, grid(4), grid(24));
    const float pad = grid(ui.height() < 150 ? 24 : ui.scale() > 1.2F ? 40 : 64);
    const Rect inside = dialog.box.grown(-pad);
    const TextStyle heading{.mm = type::kHeading, .bold = true, .line = 1.3F};
    const float title_h = std::min(ui.height_of(title, heading, inside.w), inside.h * 0.4F);
    ui.text_in("dialog.heading", title, {inside.x, inside.y, inside.w, title_h}, heading, Role::Heading);
    float y = inside.y + title_h + grid(24);
    if (!words.empty()) {
        const TextStyle body{.mm = type::kTile, .line = 1.5F};
        const float body_h = std::min(ui.height_of(words, body, inside.w), (inside.bottom() - y) * 0.72F);
        ui.text_in("dialog.words", words, {inside.x, y, inside.w, body_h}, body);
        y += body_h + grid(30);
    }
    dialog.room = {inside.x, y, inside.w, inside.bottom() - y};
    return dialog;
}

std::optional<Event> close_bar(Ui& ui, const std::string& id, Event event) {
    return bar(ui, std::nullopt, primary(ui, id.c_str(), "panel.close", std::move(event)));
}

std::optional<Event> continue_bar(Ui& ui) {
    return bar(ui, std::nullopt, primary(ui, "continue", "time_out.continue", event::ContinuePressed{}));
}

std::optional<Event> rest_bar(Ui& ui) {
    return bar(ui, quiet(ui, "rest.hide", "rest.hide", event::RestNumberNoted{}),
               primary(ui, "continue", "time_out.continue", event::ContinuePressed{}));
}

std::optional<Event> stop_bar(Ui& ui) {
    return bar(ui, quiet(ui, "stop.confirm", "stop.confirm", event::StopConfirmed{}),
               primary(ui, "continue", "time_out.continue", event::ContinuePressed{}));
}

std::optional<Event> undoing_bar(Ui& ui) {
    return bar(ui, quiet(ui, "undoing.keep", "undoing.keep", event::ChangeWithdrawn{}),
               primary(ui, "undoing.change", "undoing.change", event::ChangeConfirmed{}));
}

}  // namespace kiosk
