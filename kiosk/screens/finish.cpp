#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

void draw_number(const std::string& number, const Rect& box, Ui& ui) {
    ui.canvas().fill(box, Paint::Panel, grid(16));
    if (ui.look().contrast == Contrast::High) ui.canvas().border(box, Paint::Hairline, grid(3), grid(16));
    const float pad = ui.height() < 150 ? grid(20) : grid(48);
    const float room = box.w - 2 * pad;
    const TextStyle label{.mm = type::kTile, .line = 1.3F, .ground = Paint::Panel};
    TextStyle digits{.mm = grid(88), .bold = true, .line = 1.25F, .ground = Paint::Panel, .fixed = true};
    digits.mm = std::min(digits.mm, digits.mm * room / std::max(1.0F, ui.width_of(as_is(number), digits)));
    const TextStyle note{.line = 1.3F, .paint = Paint::Second, .ground = Paint::Panel};
    const auto said_note = ui.words("finish.number.note");
    const float h1 = ui.height_of(ui.words("finish.number"), label, room);
    const float h2 = ui.height_of(as_is(number), digits, room);
    const float h3 = ui.height_of(said_note, note, room);
    const bool noted = h1 + h2 + h3 < box.h;
    const float y = box.y + std::max(grid(8), (box.h - h1 - h2 - (noted ? h3 : 0)) / 2);
    ui.text("finish.number.label", ui.words("finish.number"), {box.x + pad, y, room, 0}, label);
    ui.text("finish.number", as_is(number), {box.x + pad, y + h1, room, 0}, digits);
    // Where the box is low, the number is what has to be seen.
    if (noted || ui.height() > 150)
        ui.text_in("finish.number.note", said_note,
                   {box.x + pad, y + h1 + h2, room, std::min(h3, box.bottom() - y - h1 - h2)}, note);
}

void draw_steps(const Model& model, const Finish& screen, const Rect& box, Ui& ui) {
    struct Step {
        Rich words;
        Rich note;
    };
    std::vector<Step> steps;
    steps.push_back({ui.words("finish.slip"), ui.words("finish.slip.note")});
    if (model.visit.identity != Identity::Typed)
        steps.push_back({ui.words("finish.card"), ui.words("finish.card.note")});
    if (!screen.first_counter.empty() && model.setup.pack != nullptr) {
        auto place = counter(*model.setup.pack, screen.first_counter, ui);
        for (auto& span : place) span.bold = true;
        steps.push_back(
            {joined(ui.words("finish.counter.before"), joined(place, ui.words("finish.counter.after"))),
             ui.words("finish.counter.note")});
    } else {
        steps.push_back({ui.words("finish.wait"), ui.words("finish.counter.note")});
    }
    const float badge = ui.height() < 150 ? grid(56) : grid(72);
    const float pitch = box.h / static_cast<float>(steps.size());
    const TextStyle lead{.mm = type::kLead, .line = 1.3F};
    const TextStyle note{.line = 1.3F, .paint = Paint::Second};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto id = "finish.step." + std::to_string(i + 1);
        const float y = box.y + static_cast<float>(i) * pitch;
        ui.number_badge(static_cast<int>(i) + 1, {box.x + badge / 2, y + badge / 2 + grid(4)}, badge);
        const float x = box.x + badge + grid(32);
        const float w = box.right() - x;
        const float room = pitch - grid(10);
        const float needed = ui.height_of(steps[i].words, lead, w);
        const bool noted = ui.height() > 150 || needed + ui.height_of(steps[i].note, note, w) < room;
        const float h1 = noted ? std::min(needed, room * 0.55F) : room;
        ui.text_in(id, steps[i].words, {x, y, w, h1}, lead);
        if (!noted) continue;
        ui.text_in(id + ".note", steps[i].note,
                   {x, y + h1, w, std::min(room - h1, ui.height_of(steps[i].note, note, w))}, note);
    }
}

}  // namespace

std::optional<Event> draw_finish(const Model& model, const Finish& screen, Ui& ui) {
    Chrome chrome{.left = Chrome::Left::Nothing, .pause = false};
    chrome.beside =
        BarButton{"slip_again", ui.words(screen.reprinting ? "finish.reprinting" : "finish.slip_again"),
                  event::SlipAgainPressed{}, ButtonKind::Quiet, ""};
    chrome.primary = BarButton{"next", ui.words("finish.end"), event::NextPressed{}, ButtonKind::Primary, ""};
    auto happened = draw_chrome(model, chrome, ui);
    const auto area = ui.content();
    const float top =
        std::max(ui.head({.step = ui.words("finish.section"), .title = ui.words("finish.title")}) +
                     grid(ui.height() < 150 ? 8 : 20),
                 ui.height() < 150 ? 0 : area.y + grid(196));
    const auto erased = ui.words("finish.erased");
    const TextStyle quiet{.line = 1.3F, .paint = Paint::Second};
    const float erased_h = ui.height_of(erased, quiet, area.w);
    const float bottom = area.bottom() - foot_margin(ui) - erased_h - grid(ui.height() < 150 ? 8 : 24);
    const float h = std::min(grid(440), bottom - top);
    const float number_w = area.w * grid(600) / grid(1788);
    draw_number(screen.receipt.number, {area.x, top, number_w, h}, ui);
    draw_steps(model, screen, {area.x + number_w + grid(80), top, area.w - number_w - grid(80), h}, ui);
    ui.text("finish.erased", erased, {area.x, area.bottom() - foot_margin(ui) - erased_h, area.w, 0}, quiet);
    return happened;
}

}  // namespace kiosk
