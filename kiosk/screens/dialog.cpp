#include "kiosk/screens/dialog.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"

namespace kiosk {
namespace {

std::optional<Event> bar(Ui& ui, Chrome chrome) {
    chrome.left = Chrome::Left::Nothing;
    chrome.pause = false;
    return draw_bottom_bar(chrome, ui);
}

}  // namespace

Dialog open_dialog(Ui& ui, const Rich& title, const Rich& words) {
    ui.cover();
    const auto area = ui.content();
    const float w = std::min(grid(1260) * std::max(1.0F, std::min(ui.scale(), 1.3F)), area.w);
    const float h = ui.scale() > 1.2F || ui.height() < 150 ? area.h - grid(30) : grid(560);
    Dialog dialog;
    dialog.box = {(ui.width() - w) / 2, std::max(grid(90), (ui.height() - grid(151) - h) / 2 + grid(20)), w,
                  h};
    if (ui.scale() > 1.2F) dialog.box = {(ui.width() - w) / 2, grid(30), w, ui.height() - grid(151 + 60)};
    ui.canvas().fill(dialog.box, Paint::Ground, grid(24));
    if (ui.look().contrast == Contrast::High) ui.canvas().border(dialog.box, Paint::Text, grid(4), grid(24));
    const float pad = grid(ui.scale() > 1.2F ? 40 : 64);
    const Rect inside{dialog.box.x + pad + grid(8), dialog.box.y + pad, w - 2 * pad - grid(16),
                      dialog.box.h - 2 * pad};
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
    Chrome chrome;
    chrome.primary = BarButton{id, ui.words("panel.close"), std::move(event), ButtonKind::Primary, ""};
    return bar(ui, chrome);
}

std::optional<Event> continue_bar(Ui& ui) {
    Chrome chrome;
    chrome.primary = BarButton{"continue", ui.words("time_out.continue"), event::ContinuePressed{},
                               ButtonKind::Primary, ""};
    return bar(ui, chrome);
}

std::optional<Event> stop_bar(Ui& ui) {
    Chrome chrome;
    chrome.beside =
        BarButton{"stop.confirm", ui.words("stop.confirm"), event::StopConfirmed{}, ButtonKind::Quiet, ""};
    chrome.primary = BarButton{"continue", ui.words("time_out.continue"), event::ContinuePressed{},
                               ButtonKind::Primary, ""};
    return bar(ui, chrome);
}

std::optional<Event> undoing_bar(Ui& ui) {
    Chrome chrome;
    chrome.beside =
        BarButton{"undoing.keep", ui.words("undoing.keep"), event::ChangeWithdrawn{}, ButtonKind::Quiet, ""};
    chrome.primary = BarButton{"undoing.change", ui.words("undoing.change"), event::ChangeConfirmed{},
                               ButtonKind::Primary, ""};
    return bar(ui, chrome);
}

}  // namespace kiosk
