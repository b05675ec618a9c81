#include <algorithm>

#include "kiosk/screens/card_words.hpp"
#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

bool closed(const std::optional<cardreader::Error>& trouble) {
    return trouble &&
           (trouble->code == cardreader::Errc::PinLocked || trouble->code == cardreader::Errc::PinAtRisk);
}

// Four boxes with a dot for each digit; returns their rectangle.
Rect draw_dots(const EnterPin& screen, const Rect& left, Ui& ui) {
    const float share = std::min({1.0F, left.w * 0.62F / grid(4 * 136 + 72), left.h * 0.3F / grid(150)});
    const float w = grid(136) * share, h = grid(150) * share, pitch = w + grid(24) * share;
    const bool typing = !closed(screen.trouble);
    for (std::size_t i = 0; i < PinEntry::kLength; ++i) {
        const Rect box{left.x + static_cast<float>(i) * pitch, left.y, w, h};
        const bool here = typing && i == screen.entry.size();
        ui.canvas().fill(box, here ? Paint::Tint : Paint::Ground, grid(16));
        ui.canvas().border(box, here ? Paint::Key : Paint::Strong, grid(here ? 7 : 3), grid(16));
        if (i < screen.entry.size()) ui.canvas().disc(box.centre(), grid(22), Paint::Text);
    }
    // Said as a count, never as digits.
    Node node{.id = "pin.entry", .role = Role::Field, .label = std::string(screen.entry.size(), '*')};
    for (std::size_t i = 0; i < screen.entry.size(); ++i) node.reading += "ほし ";
    node.rect = {left.x, left.y, 3 * pitch + w, h};
    ui.record(node);
    return node.rect;
}

void draw_tries(const EnterPin& screen, const Rect& box, Ui& ui) {
    if (screen.tries_left.value_or(0) == 0) return;  // a locked PIN is told in words
    const auto many = ui.words("pin.tries", {{"n", std::to_string(*screen.tries_left)}});
    const auto note = ui.words("pin.tries.note");
    const TextStyle quiet{.line = 1.2F, .paint = Paint::Second};
    // Where there is room for the number only, the number says enough.
    const bool noted = ui.fits(note, quiet, box.w) && ui.height_of(note, quiet, box.w) < box.h / 2;
    const Rect upper{box.x, box.y, box.w, noted ? box.h / 2 : box.h};
    ui.text_in("pin.tries", many, upper, {.mm = type::kLead, .bold = true, .line = 1.2F});
    if (noted) ui.text_in("pin.tries.note", note, {box.x, box.y + box.h / 2, box.w, box.h / 2}, quiet);
}

// On a panel that leaves it no room it gives way: how many tries are left stands beside the boxes all the
// same.
void draw_warning(const Rect& room, bool large, Ui& ui) {
    const auto words = ui.words("pin.warning");
    const TextStyle style{.line = large ? 1.3F : 1.6F, .paint = Paint::Second};
    if (ui.height() < 150 && ui.height_of(words, style, room.w) > room.h) return;
    ui.text_in("pin.warning", words, room, style);
}

}  // namespace

std::optional<Event> draw_enter_pin(const Model& model, const EnterPin& screen, Ui& ui) {
    Chrome chrome;
    if (!closed(screen.trouble)) chrome.primary = next_button(ui);
    auto happened = draw_chrome(model, chrome, ui);
    const bool large = ui.scale() > 1.2F || ui.height() < 170;
    const auto [left, pad] = draw_pad_head({.step = ui.words("card.section"),
                                            .number = 2,
                                            .of = 3,
                                            .title = ui.words("pin.title"),
                                            .lead = large ? Rich{} : ui.words("pin.lead")},
                                           grid(1000), ui);
    const auto dots = draw_dots(screen, left, ui);
    const float beside = dots.right() + grid(40);
    draw_tries(screen, {beside, dots.y, left.right() - beside, dots.h}, ui);

    TileLook forgotten{.title = ui.words("pin.forgotten"),
                       .note = ui.height() < 150 ? Rich{} : ui.words("pin.forgotten.note"),
                       .icon = large ? "" : "card",
                       .radio = false,
                       .forward = true};
    const float tile_h = std::clamp(ui.tile_height(forgotten, left.w), grid(84), grid(large ? 220 : 164));
    const float tile_top = left.bottom() - tile_h;
    const float y = dots.bottom() + grid(large ? 12 : 28);
    const Rect room{left.x, y, left.w, tile_top - y - grid(17)};
    if (screen.trouble)
        ui.note("pin.trouble", ui.words(word_of(*screen.trouble)), room);
    else
        draw_warning(room, large, ui);
    if (ui.tile("pin.forgotten", {left.x, tile_top, left.w, tile_h}, forgotten))
        happened = event::PinForgotten{};
    if (auto typed = draw_pad(pad, ui)) happened = typed;
    return happened;
}

std::optional<Event> draw_enter_number_b(const Model& model, const EnterNumberB& screen, Ui& ui) {
    Chrome chrome;
    if (!closed(screen.trouble)) chrome.primary = next_button(ui);
    auto happened = draw_chrome(model, chrome, ui);
    const auto [left, pad] = draw_pad_head({.step = ui.words("card.section"),
                                            .number = 2,
                                            .of = 3,
                                            .title = ui.words("number_b.title"),
                                            .lead = ui.words("number_b.lead")},
                                           grid(1120), ui);
    // 6, 4 and 4 as they are grouped by what they are: birth date, expiry year, code (card.md 1.2).
    std::string shown(screen.entry.printed_digits());
    if (shown.size() > 10) shown.insert(10, " ");
    if (shown.size() > 6) shown.insert(6, " ");
    const float field_h = std::clamp(left.h * 0.3F, 15.1F, grid(134));
    ui.field("number_b.entry", as_is(shown), ui.words("number_b.title"), {left.x, left.y, left.w, field_h},
             {.mm = type::kDigit, .line = 1.1F, .fixed = true}, true);
    const auto count =
        ui.text("number_b.count", ui.words("number_b.count", {{"n", std::to_string(screen.entry.size())}}),
                {left.x, left.y + field_h + grid(12), left.w, 0}, {.paint = Paint::Second});
    const Rect below{left.x, count.bottom() + grid(8), left.w, left.bottom() - count.bottom() - grid(8)};
    if (screen.trouble)
        ui.note("number_b.trouble", ui.words(word_of(*screen.trouble)), below);
    else if (screen.tries_left)
        ui.text("number_b.tries", ui.words("number_b.tries", {{"n", std::to_string(*screen.tries_left)}}),
                below, {.paint = Paint::Second});
    if (auto typed = draw_pad(pad, ui)) happened = typed;
    return happened;
}

}  // namespace kiosk
