#include <algorithm>
#include <array>

#include "kiosk/screens/dialog.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr std::array<int, 4> kSizes{100, 125, 150, 200};

}  // namespace

std::optional<Event> draw_language_panel(const Model& model, Ui& ui) {
    auto dialog = open_dialog(ui, ui.words("language.title"), {});
    std::optional<Event> happened;
    if (model.setup.pack != nullptr) {
        const auto& languages = model.setup.pack->languages;
        const std::size_t columns = languages.size() > 6 ? 3 : 2;
        const auto rows = static_cast<float>((languages.size() + columns - 1) / columns);
        const float gap = grid(20);
        const float w = (dialog.room.w - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
        const float h = std::min(grid(111), (dialog.room.h - (rows - 1) * gap) / std::max(1.0F, rows));
        for (std::size_t i = 0; i < languages.size(); ++i) {
            const Rect rect{dialog.room.x + static_cast<float>(i % columns) * (w + gap),
                            dialog.room.y + static_cast<float>(i / columns) * (h + gap), w, h};
            if (ui.language_tile("panel.language." + languages[i], languages[i], rect,
                                 languages[i] == model.preferences.language))
                happened = event::LanguageChosen{languages[i]};
        }
    }
    if (auto closed = close_bar(ui, "panel.close", event::PanelClosed{})) happened = closed;
    return happened;
}

std::optional<Event> draw_text_size_panel(const Model& model, Ui& ui) {
    auto dialog = open_dialog(ui, ui.words("text_size.title"), {});
    std::optional<Event> happened;
    const float gap = grid(20);
    const float w = (dialog.room.w - 3 * gap) / 4;
    const float h = std::min(grid(184), (dialog.room.h - gap) / 2);
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
        const auto percent = std::to_string(kSizes[i]);
        const Rect rect{dialog.room.x + static_cast<float>(i) * (w + gap), dialog.room.y, w, h};
        const bool chosen = model.preferences.text_percent == kSizes[i];
        if (ui.size_tile("panel.size." + percent, ui.words("text_size.sample"), as_is(percent + " %"),
                         static_cast<float>(kSizes[i]) / 100, rect, chosen))
            happened = event::TextSizeChosen{kSizes[i]};
    }
    TileLook contrast{.title = ui.words("contrast.title"),
                      .note = ui.words("contrast.note"),
                      .icon = "contrast",
                      .icon_width = grid(64),
                      .icon_height = grid(64),
                      .radio = false,
                      .selected = model.preferences.high_contrast};
    const float tile_h = std::min(grid(140), dialog.room.h - h - gap);
    if (ui.tile("panel.contrast", {dialog.room.x, dialog.room.y + h + gap, dialog.room.w, tile_h}, contrast))
        happened = event::ContrastToggled{};
    if (auto closed = close_bar(ui, "panel.close", event::PanelClosed{})) happened = closed;
    return happened;
}

std::optional<Event> draw_staff_called(const Model& /*model*/, Ui& ui) {
    open_dialog(ui, ui.words("staff.title"), ui.words("staff.note"));
    return close_bar(ui, "panel.close", event::PanelClosed{});
}

std::optional<Event> draw_stop_asked(const Model& /*model*/, Ui& ui) {
    open_dialog(ui, ui.words("stop.title"), ui.words("stop.note"));
    return stop_bar(ui);
}

std::optional<Event> draw_time_out(const Model& /*model*/, const TimeOut& panel, Moment now, Ui& ui) {
    auto dialog = open_dialog(ui, ui.words("time_out.title"), ui.words("time_out.note"));
    const auto all = std::max<std::int64_t>(1, (panel.closes_at - panel.since).count());
    const float left =
        std::clamp(static_cast<float>((panel.closes_at - now).count()) / static_cast<float>(all), 0.0F, 1.0F);
    const Rect bar{dialog.room.x, dialog.room.y, dialog.room.w, grid(12)};
    ui.canvas().fill(bar, Paint::StepToCome, grid(6));
    ui.canvas().fill(Rect{bar.x, bar.y, std::max(grid(12), bar.w * left), bar.h}, Paint::StepDone, grid(6));
    const auto seconds = all / 1000;
    const auto words = seconds >= 60 ? ui.words("time_out.minutes", {{"n", std::to_string(seconds / 60)}})
                                     : ui.words("time_out.seconds", {{"n", std::to_string(seconds)}});
    ui.text_in("time_out.what", words,
               {bar.x, bar.bottom() + grid(16), bar.w, dialog.room.bottom() - bar.bottom() - grid(16)},
               {.line = 1.5F, .paint = Paint::Second});
    return continue_bar(ui);
}

std::optional<Event> draw_undoing(const Model& /*model*/, const Question& screen, Ui& ui) {
    auto dialog = open_dialog(ui, ui.words("undoing.title"), ui.words("undoing.note"));
    Rich list;
    for (std::size_t i = 0; i < screen.undoing.size() && i < 4; ++i) {
        if (i > 0) list.push_back({"\n", {}, false});
        list = joined(list, joined(as_is("・"), said(screen.undoing[i].label, ui)));
    }
    if (screen.undoing.size() > 4)
        list = joined(list,
                      joined(as_is("\n"),
                             ui.words("undoing.more", {{"n", std::to_string(screen.undoing.size() - 4)}})));
    ui.text("undoing.list", list, dialog.room, {.line = 1.4F});
    return undoing_bar(ui);
}

}  // namespace kiosk
