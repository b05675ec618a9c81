#include "kiosk/screens/card_words.hpp"
#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

void draw_steps(float top, Ui& ui) {
    const auto area = ui.content();
    const float left = area.x + area.w * grid(1040) / grid(1788);
    const float badge = grid(78);
    float y = top;
    for (int i = 1; i <= 3; ++i) {
        const auto words = ui.words("card.step." + std::to_string(i));
        const TextStyle style{.mm = type::kLead, .line = 1.45F};
        const float room = area.right() - left - badge - grid(32);
        const float h = std::max(badge, ui.height_of(words, style, room));
        ui.number_badge(i, {left + badge / 2, y + h / 2}, badge);
        ui.text_in("step." + std::to_string(i), words, {left + badge + grid(32), y, room, h}, style);
        y += h + grid(38);
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
        head.lead = ui.words("card.lead");
    else if (life_event != nullptr && !life_event->condolence.empty())
        head.lead = joined(said(life_event->condolence, ui), ui.words("card.lead"));
    else
        head.lead = ui.words("card.lead");
    const float top = ui.head(head);
    const auto area = ui.content();
    const float bottom = area.bottom() - grid(30);
    const float picture_top = std::max(top + grid(14), area.y + grid(224));
    ui.picture("reader", "reader", ui.words("card.picture"),
               {area.x, picture_top, area.w * grid(960) / grid(1788), bottom - picture_top});
    float steps = std::max(top + grid(30), area.y + grid(252));
    if (screen.trouble) {
        const float left = area.x + area.w * grid(1040) / grid(1788);
        const auto words = ui.words(word_of(*screen.trouble));
        const float h = ui.height_of(words, {.line = 1.55F}, area.right() - left - grid(32)) + grid(12);
        ui.note("trouble", words, {left, top + grid(24), area.right() - left, h});
        steps = std::max(steps, top + grid(24) + h + grid(34));
    }
    draw_steps(steps, ui);
    return happened;
}

}  // namespace kiosk
