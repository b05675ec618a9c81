#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {

std::optional<Event> draw_reading(const Model& model, const Reading& /*screen*/, Ui& ui) {
    auto happened = draw_chrome(model, {}, ui);
    const float top = ui.head({.step = ui.words("card.section"),
                               .number = 3,
                               .of = 3,
                               .title = ui.words("reading.title"),
                               .lead = ui.words("reading.lead")});
    const auto area = ui.content();
    const float y = std::max(top + grid(14), area.y + grid(224));
    ui.picture("reader", "reader", ui.words("card.picture"),
               {area.x, y, area.w * grid(960) / grid(1788), area.bottom() - grid(30) - y});
    return happened;
}

std::optional<Event> draw_submitting(const Model& model, const Submitting& /*screen*/, Ui& ui) {
    auto happened = draw_chrome(model, {.left = Chrome::Left::Nothing, .pause = false}, ui);
    ui.head({.step = ui.words("submitting.section"),
             .title = ui.words("submitting.title"),
             .lead = ui.words("submitting.lead")});
    return happened;
}

}  // namespace kiosk
