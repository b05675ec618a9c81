#include <algorithm>
#include <array>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr std::array<const char*, 6> kEras{"reiwa", "heisei", "showa", "taisho", "meiji", "western"};
constexpr float kGap = grid(20);

std::optional<Event> draw_eras(const std::string& item, const DateDraft& draft, const Rect& area, float h,
                               Ui& ui) {
    std::optional<Event> happened;
    const float w = (area.w - 2 * kGap) / 3;
    for (std::size_t i = 0; i < kEras.size(); ++i) {
        const auto era = static_cast<EraTile>(i);
        const Rect rect{area.x + static_cast<float>(i % 3) * (w + kGap),
                        area.y + static_cast<float>(i / 3) * (h + kGap), w, h};
        TileLook look{.title = ui.words(std::string("era.") + kEras[i]), .selected = draft.era == era};
        if (ui.tile(std::string("era.") + kEras[i], rect, look)) happened = event::EraPicked{item, era};
    }
    return happened;
}

std::optional<Event> draw_parts(const std::string& item, const DateDraft& draft, const Rect& row, Ui& ui) {
    struct Part {
        DatePart part;
        const char* id;
        const std::string* digits;
    };
    const std::array<Part, 3> parts{{{DatePart::Year, "year", &draft.year},
                                     {DatePart::Month, "month", &draft.month},
                                     {DatePart::Day, "day", &draft.day}}};
    const TextStyle unit_style{.mm = type::kLead, .line = 1.2F};
    float units = 0;
    for (const auto& part : parts)
        units += ui.width_of(ui.words(std::string("date.") + part.id), unit_style) + grid(44);
    const float w = std::min(grid(248), (row.w - units) / 3);
    std::optional<Event> happened;
    float x = row.x;
    for (const auto& part : parts) {
        const auto id = std::string("date.") + part.id;
        const auto unit = ui.words(id);
        const bool here = draft.focus == part.part;
        const TextStyle digits{.mm = type::kName, .line = 1.1F, .align = Align::Centre, .fixed = true};
        if (ui.field(id, as_is(*part.digits), unit, {x, row.y, w, row.h}, digits, here))
            happened = event::DatePartFocused{item, part.part};
        x += w + grid(22);
        const float unit_w = ui.width_of(unit, unit_style);
        ui.text_in(id + ".unit", unit, {x, row.y, unit_w + 1, row.h}, unit_style);
        x += unit_w + grid(22);
    }
    return happened;
}

// The other calendar and the age: errors show themselves (mock-up 08).
void draw_echo(const Model& model, const Question& screen, const DateDraft& draft, const Rect& box, Ui& ui) {
    if (box.h < grid(60)) return;
    ui.canvas().fill(box, Paint::Panel, grid(12));
    if (ui.look().contrast == Contrast::High) ui.canvas().border(box, Paint::Hairline, grid(3), grid(12));
    const auto date = date_of(draft);
    const TextStyle quiet{.line = 1.2F, .paint = Paint::Second, .ground = Paint::Panel};
    const TextStyle plain{.mm = type::kLead, .line = 1.2F, .ground = Paint::Panel};
    float x = box.x + grid(32);
    const auto put = [&](const std::string& id, const Rich& words, const TextStyle& style, float after) {
        const float room = box.right() - grid(20) - x;
        if (room < grid(60)) return;
        const auto taken =
            ui.text_in(id, words, {x, box.y, std::min(room, ui.width_of(words, style) + 1), box.h}, style);
        x = taken.right() + after;
    };
    if (!date) {
        put("date.echo", ui.words(screen.trouble ? word_of(*screen.trouble) : "date.echo.empty"), quiet, 0);
        return;
    }
    put("date.echo.label", ui.words("date.echo"), quiet, grid(24));
    put("date.echo", full_date(*date, ui), plain, grid(40));
    if (screen.drafts[std::min(screen.focus, screen.drafts.size() - 1)].item.ends_with("birth_date")) {
        put("date.age.label", ui.words("date.age"), quiet, grid(24));
        put("date.age", ui.words("age", {{"n", std::to_string(age(*date, model.setup.today))}}), plain, 0);
    }
}

}  // namespace

std::optional<Event> draw_dates(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto area = ui.content();
    const auto count = static_cast<float>(screen.drafts.size());
    const float w = (area.w - (count - 1) * kGap) / count;
    const float h = std::max(15.2F, grid(96));
    const auto focus = std::min(screen.focus, screen.drafts.size() - 1);
    std::optional<Event> happened;
    for (std::size_t i = 0; i < screen.drafts.size(); ++i) {
        const auto& field = screen.drafts[i];
        const auto* item = model.setup.pack->item(field.item);
        const auto date = date_of(std::get<DateDraft>(field.draft));
        TileLook look{.title = item == nullptr ? Rich{} : said(item->label, ui), .selected = i == focus};
        if (date) look.note = full_date(*date, ui);
        const Rect box{area.x + static_cast<float>(i) * (w + kGap), top, w, h};
        if (ui.tile("date.of." + field.item, box, look)) happened = event::ItemFocused{field.item};
    }
    if (auto done = draw_date(model, screen, top + h + kGap, ui)) happened = done;
    return happened;
}

std::optional<Event> draw_date(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto& field = screen.drafts[std::min(screen.focus, screen.drafts.size() - 1)];
    const auto& draft = std::get<DateDraft>(field.draft);
    const auto& item = field.item;
    const auto* question = words_of(model, screen);
    const auto area = ui.content();
    const bool unknown = question != nullptr && question->unknown;
    const auto foot = unknown_row(ui);
    const float bottom = unknown ? foot.y - kGap : area.bottom() - grid(60);
    const float pad_w = std::min(grid(538), area.w * 0.42F);
    const float left_w = std::min(grid(1120), area.w - pad_w - grid(60));

    const float room = bottom - top;
    const float era_h = std::clamp((room - grid(134 + 36 + 20)) / 2.9F, 15.2F, grid(111));
    std::optional<Event> happened = draw_eras(item, draft, {area.x, top, left_w, 0}, era_h, ui);
    const float parts_y = top + 2 * era_h + kGap + (room > grid(500) ? grid(36) : grid(17));
    const float parts_h = std::min(grid(134), bottom - parts_y);
    if (auto done = draw_parts(item, draft, {area.x, parts_y, left_w, parts_h}, ui)) happened = done;
    const float echo_y = parts_y + parts_h + (room > grid(500) ? grid(32) : grid(14));
    draw_echo(model, screen, draft, {area.x, echo_y, left_w, std::min(grid(96), bottom - echo_y)}, ui);

    const float pad_top = std::max(std::min(top, area.y + grid(170)), area.y + grid(100));
    const auto key =
        ui.digit_pad({area.right() - pad_w, std::max(pad_top, top), pad_w, bottom - std::max(pad_top, top)});
    if (key)
        happened = *key == Ui::kErase   ? Event(event::DigitErased{})
                   : *key == Ui::kClear ? Event(event::DigitsCleared{})
                                        : Event(event::DigitPressed{*key});
    if (unknown)
        if (auto done = draw_foot(model, screen, 1, foot, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
