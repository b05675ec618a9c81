#include "kiosk/screens/card_words.hpp"
#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

std::optional<Event> pad_event(std::optional<char> key) {
    if (!key) return std::nullopt;
    if (*key == Ui::kErase) return event::DigitErased{};
    if (*key == Ui::kClear) return event::DigitsCleared{};
    return event::DigitPressed{*key};
}

bool closed(const std::optional<cardreader::Error>& trouble) {
    return trouble &&
           (trouble->code == cardreader::Errc::PinLocked || trouble->code == cardreader::Errc::PinAtRisk);
}

float draw_dots(const EnterPin& screen, float top, Ui& ui) {
    const auto area = ui.content();
    const float w = grid(136), h = grid(150);
    const bool typing = !closed(screen.trouble);
    for (std::size_t i = 0; i < PinEntry::kLength; ++i) {
        const Rect box{area.x + static_cast<float>(i) * (w + grid(24)), top, w, h};
        const bool here = typing && i == screen.entry.size();
        ui.canvas().fill(box, here ? Paint::Tint : Paint::Ground, grid(16));
        ui.canvas().border(box, here ? Paint::Key : Paint::Strong, grid(here ? 7 : 3), grid(16));
        if (i < screen.entry.size()) ui.canvas().disc(box.centre(), grid(22), Paint::Text);
    }
    // Said as a count, never as digits.
    Node node{.id = "pin.entry", .role = Role::Field, .label = std::string(screen.entry.size(), '*')};
    for (std::size_t i = 0; i < screen.entry.size(); ++i) node.reading += "ほし ";
    node.rect = {area.x, top, 4 * w + grid(72), h};
    ui.record(node);
    return 4 * w + grid(72);
}

void draw_tries(const EnterPin& screen, const Rect& box, Ui& ui) {
    if (!screen.tries_left) return;
    const auto many = ui.words("pin.tries", {{"n", std::to_string(*screen.tries_left)}});
    const Rect upper{box.x, box.y, box.w, box.h / 2};
    ui.text_in("pin.tries", many, upper, {.mm = type::kLead, .bold = true, .line = 1.2F});
    ui.text_in("pin.tries.note", ui.words("pin.tries.note"), {box.x, box.y + box.h / 2, box.w, box.h / 2},
               {.line = 1.2F, .paint = Paint::Second});
}

}  // namespace

std::optional<Event> draw_enter_pin(const Model& model, const EnterPin& screen, Ui& ui) {
    Chrome chrome;
    if (!closed(screen.trouble)) chrome.primary = next_button(ui);
    auto happened = draw_chrome(model, chrome, ui);

    const auto area = ui.content();
    const float pad_width = std::min(grid(538), area.w * 0.42F);
    const float left_width = std::min(grid(1000), area.w - pad_width - grid(60));
    HeadLook head{.step = ui.words("card.section"),
                  .number = 2,
                  .of = 3,
                  .title = ui.words("pin.title"),
                  .lead = ui.words("pin.lead"),
                  .width = left_width};
    const float under = ui.head(head);
    const float top = under + grid(ui.scale() > 1.2F ? 16 : 32);
    const float dots = draw_dots(screen, top, ui);
    draw_tries(screen, {area.x + dots + grid(50), top + grid(18), left_width - dots - grid(50), grid(114)},
               ui);

    const float tile_h = std::min(grid(150), std::max(grid(111), (area.bottom() - top) * 0.25F));
    const float tile_top = area.bottom() - grid(84) - tile_h + (ui.scale() > 1.2F ? grid(50) : 0);
    const auto words = screen.trouble ? ui.words(word_of(*screen.trouble)) : ui.words("pin.warning");
    const float y = top + grid(150 + 28);
    const Rect room{area.x, y, left_width, tile_top - y - grid(12)};
    if (screen.trouble)
        ui.note("pin.trouble", words, room);
    else
        ui.text_in("pin.warning", words, room, {.line = 1.6F, .paint = Paint::Second});
    TileLook forgotten{.title = ui.words("pin.forgotten"),
                       .note = ui.words("pin.forgotten.note"),
                       .icon = "card",
                       .radio = false,
                       .forward = true};
    if (ui.tile("pin.forgotten", {area.x, tile_top, left_width, tile_h}, forgotten))
        happened = event::PinForgotten{};

    const Rect pad{area.right() - pad_width, std::max(area.y + grid(170), under - grid(40)), pad_width, 0};
    const Rect fitted{pad.x, pad.y, pad.w, area.bottom() - grid(60) - pad.y};
    if (auto typed = pad_event(ui.digit_pad(fitted))) happened = typed;
    return happened;
}

std::optional<Event> draw_enter_number_b(const Model& model, const EnterNumberB& screen, Ui& ui) {
    Chrome chrome;
    if (!closed(screen.trouble)) chrome.primary = next_button(ui);
    auto happened = draw_chrome(model, chrome, ui);
    const auto area = ui.content();
    const float pad_width = std::min(grid(538), area.w * 0.42F);
    const float left_width = std::min(grid(1120), area.w - pad_width - grid(60));
    HeadLook head{.step = ui.words("card.section"),
                  .number = 2,
                  .of = 3,
                  .title = ui.words("number_b.title"),
                  .lead = ui.words("number_b.lead"),
                  .width = left_width};
    const float under = ui.head(head);
    const float top = under + grid(28);

    // 6, 4 and 4 as they are grouped by what they are: birth date, expiry year, code (card.md 1.2).
    std::string shown(screen.entry.printed_digits());
    if (shown.size() > 10) shown.insert(10, " ");
    if (shown.size() > 6) shown.insert(6, " ");
    ui.field("number_b.entry", as_is(shown), ui.words("number_b.title"), {area.x, top, left_width, grid(134)},
             {.mm = type::kDigit, .line = 1.1F}, true);
    ui.text("number_b.count", ui.words("number_b.count", {{"n", std::to_string(screen.entry.size())}}),
            {area.x, top + grid(150), left_width, 0}, {.paint = Paint::Second});
    if (screen.trouble)
        ui.note("number_b.trouble", ui.words(word_of(*screen.trouble)),
                {area.x, top + grid(230), left_width, 0});
    else if (screen.tries_left)
        ui.text("number_b.tries", ui.words("number_b.tries", {{"n", std::to_string(*screen.tries_left)}}),
                {area.x, top + grid(216), left_width, 0}, {.paint = Paint::Second});

    const float pad_top = std::max(area.y + grid(170), under - grid(40));
    if (auto typed = pad_event(
            ui.digit_pad({area.right() - pad_width, pad_top, pad_width, area.bottom() - grid(60) - pad_top})))
        happened = typed;
    return happened;
}

}  // namespace kiosk
