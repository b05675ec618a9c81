#include <algorithm>

#include "kiosk/screens/card_words.hpp"
#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

void draw_steps(float left, float top, Ui& ui) {
    const auto area = ui.content();
    const bool low = ui.height() < 150;
    const float badge = grid(low ? 56 : 78);
    const TextStyle style{.mm = type::kLead, .line = low ? 1.2F : 1.45F};
    const float room = area.right() - left - badge - grid(32);
    const auto height = [&](const Rich& words) { return std::max(badge, ui.height_of(words, style, room)); };
    float needed = 0;
    for (int i = 1; i <= 3; ++i) needed += height(ui.words("card.step." + std::to_string(i)));
    const float between = std::clamp((area.bottom() - foot_margin(ui) - top - needed) / 2, grid(8), grid(38));
    float y = top;
    for (int i = 1; i <= 3; ++i) {
        const auto words = ui.words("card.step." + std::to_string(i));
        const float h = height(words);
        ui.number_badge(i, {left + badge / 2, y + h / 2}, badge);
        ui.text_in("step." + std::to_string(i), words, {left + badge + grid(32), y, room, h}, style);
        y += h + between;
    }
}

}  // namespace

std::optional<Event> draw_place_card(const Model& model, const PlaceCard& screen, Ui& ui) {
    Chrome chrome;
    chrome.primary =
        BarButton{"no_card", ui.words("card.none"), event::NoCardChosen{}, ButtonKind::Quiet, ""};
    auto happened = draw_chrome(model, chrome, ui);

    HeadLook head{.step = ui.words("card.section"), .number = 1, .of = 3, .title = ui.words("card.place")};
    const auto* life_event =
        model.setup.pack == nullptr ? nullptr : model.setup.pack->event(model.visit.event);
    if (screen.trouble)
        head.lead = ui.height() < 170 ? Rich{} : ui.words("card.lead");
    else if (life_event != nullptr && !life_event->condolence.empty())
        head.lead = joined(said(life_event->condolence, ui), ui.words("card.lead"));
    else
        head.lead = ui.words("card.lead");
    const float top = ui.head(head);
    const auto area = ui.content();
    const bool low = ui.height() < 150;
    // A small panel has no room for drawing and trouble at once: the steps say in words what the drawing
    // shows.
    const bool drawn = !(low && screen.trouble);
    const float bottom = area.bottom() - foot_margin(ui);
    const float picture_top = low ? top + grid(14) : std::max(top + grid(14), area.y + grid(224));
    if (drawn)
        ui.picture("reader", "reader", ui.words("card.picture"),
                   {area.x, picture_top, area.w * grid(960) / grid(1788), bottom - picture_top});
    const float left = drawn ? area.x + area.w * grid(1040) / grid(1788) : area.x;
    float steps = low ? top + grid(8) : std::max(top + grid(30), area.y + grid(252));
    if (screen.trouble) {
        const auto words = ui.words(word_of(*screen.trouble));
        const float h = ui.height_of(words, {.line = 1.55F}, area.right() - left - grid(32)) + grid(12);
        ui.note("trouble", words, {left, top + grid(12), area.right() - left, h});
        steps = std::max(steps, top + grid(12) + h + grid(low ? 12 : 34));
    }
    draw_steps(left, steps, ui);
    return happened;
}

}  // namespace kiosk
