#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);
constexpr float kLanguageHeight = grid(89);

std::optional<Event> draw_languages(const Model& model, const Rect& row, Ui& ui) {
    const auto& languages = model.setup.pack->languages;
    std::vector<float> widths;
    float all = 0;
    for (const auto& id : languages) {
        widths.push_back(ui.language_width(id));
        all += widths.back();
    }
    const float gap = grid(17);
    // The row is filled from edge to edge when it is nearly full, as a few left-hand tiles would look lost
    // when it is.
    const float spare = row.w - all - gap * static_cast<float>(languages.size() - 1);
    const float share = spare < row.w / 3 ? spare / static_cast<float>(languages.size()) : grid(40);
    std::optional<Event> happened;
    float x = row.x;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const Rect rect{x, row.y, std::max(grid(89), widths[i] + share), row.h};
        if (ui.language_tile("language." + languages[i], languages[i], rect,
                             languages[i] == model.preferences.language))
            happened = event::LanguageChosen{languages[i]};
        x += rect.w + gap;
    }
    return happened;
}

std::optional<Event> draw_events(const Model& model, float top, float bottom, Ui& ui) {
    const auto area = ui.content();
    const auto& events = model.setup.pack->events;
    const std::size_t columns = 4;
    const auto rows = static_cast<float>((events.size() + columns - 1) / columns);
    const float w = (area.w - 3 * kGap) / 4;
    const float h = std::min(grid(204), (bottom - top - (rows - 1) * kGap) / std::max(1.0F, rows));
    std::optional<Event> happened;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        const Rect rect{area.x + column * (w + kGap), top + row * (h + kGap), w, h};
        TileLook look;
        look.title = said(events[i].label, ui);
        look.note = said(events[i].note, ui);
        look.icon = events[i].icon;
        look.radio = false;
        look.stacked = true;
        if (ui.tile("event." + events[i].id, rect, look)) happened = event::LifeEventChosen{events[i].id};
    }
    return happened;
}

}  // namespace

std::optional<Event> draw_start(const Model& model, Ui& ui) {
    Chrome chrome{.left = Chrome::Left::City, .pause = false};
    chrome.middle = ui.words("start.privacy");
    auto happened = draw_chrome(model, chrome, ui);
    if (model.setup.pack == nullptr) return happened;

    const auto area = ui.content();
    HeadLook head{.title = ui.words("start.title")};
    if (ui.scale() < 1.6F && ui.height() > 150) head.lead = ui.words("start.lead");
    const float top = ui.head(head) + grid(ui.scale() > 1.2F ? 14 : 30);
    const float languages = area.bottom() - grid(34) - kLanguageHeight;
    if (auto chosen = draw_events(model, top, languages - grid(ui.scale() > 1.2F ? 20 : 36), ui))
        happened = chosen;
    if (auto chosen = draw_languages(model, {area.x, languages, area.w, kLanguageHeight}, ui))
        happened = chosen;
    return happened;
}

}  // namespace kiosk
