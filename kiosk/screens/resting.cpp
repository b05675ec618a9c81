#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/dialog.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

// The number large, for whoever has to remember it, with what it is for.
std::optional<Event> draw_number(const Resting& panel, Ui& ui) {
    const auto dialog = open_dialog(ui, ui.words("rest.title"), ui.words("rest.note"));
    if (panel.number.empty()) return continue_bar(ui);
    const auto& room = dialog.room;
    const TextStyle label{.line = 1.3F, .paint = Paint::Second};
    const TextStyle large{.mm = type::kName, .bold = true, .line = 1.1F, .fixed = true};
    const float third = room.h / 3;
    ui.text_in("rest.number.label", ui.words("rest.number"), {room.x, room.y, room.w, third * 0.8F}, label);
    ui.text_in("rest.number", as_is(panel.number), {room.x, room.y + third * 0.8F, room.w, third * 1.2F},
               large);
    ui.text_in("rest.number.note", ui.words("rest.number.note"), {room.x, room.y + 2 * third, room.w, third},
               label);
    return rest_bar(ui);
}

// The way back: the last digits of the number, and the staff for whoever has forgotten it.
std::optional<Event> draw_asking(const Resting& panel, Ui& ui) {
    const auto [left, pad] = draw_pad_head({.title = ui.words("rest.ask")}, grid(1000), ui);
    auto happened = continue_bar(ui);
    const float h = std::clamp(left.h * 0.4F, 15.1F, grid(134));
    ui.field("rest.digits", as_is(panel.typed), ui.words("rest.number"),
             {left.x, left.y, std::min(left.w, grid(520)), h}, {.mm = type::kDigit, .line = 1.1F}, true);
    const Rect words{left.x, left.y + h + grid(17), left.w, left.h - h - grid(17)};
    if (panel.wrong > 0)
        ui.note("rest.wrong", ui.words("rest.wrong"), words);
    else
        ui.text_in("rest.ask.note", ui.words("rest.ask.note"), words, {.line = 1.4F, .paint = Paint::Second});
    if (auto key = draw_pad(pad, ui)) happened = key;
    return happened;
}

}  // namespace

std::optional<Event> draw_resting(const Resting& panel, Ui& ui) {
    // Nothing of the visit shows while nobody is there to guard it.
    ui.hide();
    return panel.noted ? draw_asking(panel, ui) : draw_number(panel, ui);
}

}  // namespace kiosk
