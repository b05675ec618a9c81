#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);

constexpr float kLanguageGap = grid(17);
constexpr float kLanguagePad = grid(24);  // least on both sides of a language's name together

// Languages that stand in one row, from the first; the rest go to the next row.
using LanguageRow = std::vector<std::string>;

std::vector<LanguageRow> rows_of(const std::vector<std::string>& languages, float width, Ui& ui) {
    std::vector<LanguageRow> rows;
    float x = width + 1;
    for (const auto& id : languages) {
        const float w = std::max(grid(89), ui.language_width(id) + kLanguagePad) + kLanguageGap;
        if (x + w > width + kLanguageGap) {
            rows.emplace_back();
            x = 0;
        }
        rows.back().push_back(id);
        x += w;
    }
    return rows;
}

std::optional<Event> draw_languages(const Model& model, const LanguageRow& languages, const Rect& row,
                                    Ui& ui) {
    std::vector<float> widths;
    float all = 0;
    for (const auto& id : languages) {
        widths.push_back(ui.language_width(id));
        all += widths.back();
    }
    // The row is filled from edge to edge when it is nearly full, as a few left-hand tiles would look lost
    // when it is.
    const float spare = row.w - all - kLanguageGap * static_cast<float>(languages.size() - 1);
    const float share = spare < row.w / 3 ? spare / static_cast<float>(languages.size()) : grid(40);
    std::optional<Event> happened;
    float x = row.x;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const Rect rect{x, row.y, std::max(grid(89), widths[i] + share), row.h};
        if (ui.language_tile("language." + languages[i], languages[i], rect,
                             languages[i] == model.preferences.language))
            happened = event::LanguageChosen{languages[i]};
        x += rect.w + kLanguageGap;
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
    bool notes = true;
    for (const auto& event : events)
        notes = notes && ui.tile_height({.title = said(event.label, ui),
                                         .note = said(event.note, ui),
                                         .radio = false,
                                         .stacked = true},
                                        w) < h + grid(6);
    std::optional<Event> happened;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        const Rect rect{area.x + column * (w + kGap), top + row * (h + kGap), w, h};
        TileLook look;
        look.title = said(events[i].label, ui);
        // The office word gives way before the verb of what happened is set small.
        if (notes) look.note = said(events[i].note, ui);
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
    if (ui.scale() < 1.2F && ui.height() > 150) {
        const auto notice = unreviewed_notice(model);
        head.lead = notice.empty() ? ui.words("start.lead") : as_is(notice);
    }
    const float top = ui.head(head) + grid(ui.height() < 150 ? 2 : ui.scale() > 1.2F ? 14 : 30);
    const bool low = ui.height() < 150;
    const auto rows = rows_of(model.setup.pack->languages, area.w, ui);
    const float row_h = low ? 15.1F : grid(89);
    const auto count = static_cast<float>(rows.size());
    float y = area.bottom() - foot_margin(ui) - count * (row_h + kLanguageGap) + kLanguageGap;
    const float air = grid(ui.scale() > 1.2F || low ? 17 : 36);
    if (auto chosen = draw_events(model, top, y - air, ui)) happened = chosen;
    for (const auto& row : rows) {
        if (auto chosen = draw_languages(model, row, {area.x, y, area.w, row_h}, ui)) happened = chosen;
        y += row_h + kLanguageGap;
    }
    return happened;
}

}  // namespace kiosk
