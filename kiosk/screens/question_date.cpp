#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr std::array<const char*, 6> kEras{"reiwa", "heisei", "showa", "taisho", "meiji", "western"};
constexpr float kGap = grid(20);

// `first` is the upper left tile's row, as wide as all three columns.
std::optional<Event> draw_eras(const std::string& item, const DateDraft& draft, const Rect& first, float gap,
                               Ui& ui) {
    std::optional<Event> happened;
    const float w = (first.w - 2 * gap) / 3;
    for (std::size_t i = 0; i < kEras.size(); ++i) {
        const auto era = static_cast<EraTile>(i);
        const Rect rect{first.x + static_cast<float>(i % 3) * (w + gap),
                        first.y + static_cast<float>(i / 3) * (first.h + gap), w, first.h};
        TileLook look{
            .title = ui.words(std::string("era.") + kEras[i]), .radio = w > 40, .selected = draft.era == era};
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
    const bool small = ui.height() < 150;
    const TextStyle unit_style{.mm = small ? type::kBody : type::kLead, .line = 1.2F};
    const float air = grid(small ? 10 : 22);
    float units = 0;
    for (const auto& part : parts)
        units += ui.width_of(ui.words(std::string("date.") + part.id), unit_style) + 2 * air;
    const float room = row.w - units;
    // Four digits of a western year need more room than two where there is little.
    const bool narrow = room < 3 * grid(248);
    const auto width = [&](DatePart part) {
        if (!narrow) return grid(248);
        return room * (part == DatePart::Year ? 0.4F : 0.3F);
    };
    std::optional<Event> happened;
    float x = row.x;
    for (const auto& part : parts) {
        const auto id = std::string("date.") + part.id;
        const auto unit = ui.words(id);
        const bool here = draft.focus == part.part;
        const float w = width(part.part);
        const TextStyle digits{.mm = type::kName, .line = 1.1F, .align = Align::Centre, .fixed = true};
        if (ui.field(id, as_is(*part.digits), unit, {x, row.y, w, row.h}, digits, here))
            happened = event::DatePartFocused{item, part.part};
        x += w + air;
        const float unit_w = ui.width_of(unit, unit_style);
        ui.text_in(id + ".unit", unit, {x, row.y, unit_w + 1, row.h}, unit_style);
        x += unit_w + air;
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

std::optional<Event> draw_dates(const Model& model, const Question& screen, const PadPage& page, Ui& ui) {
    const auto count = static_cast<float>(screen.drafts.size());
    const float gap = grid(17);
    const float w = (page.left.w - (count - 1) * gap) / count;
    const float h = std::clamp(page.left.h * 0.2F, 15.1F, grid(111));
    const auto focus = std::min(screen.focus, screen.drafts.size() - 1);
    std::optional<Event> happened;
    for (std::size_t i = 0; i < screen.drafts.size(); ++i) {
        const auto& field = screen.drafts[i];
        const auto* item = model.setup.pack->item(field.item);
        const auto date = date_of(std::get<DateDraft>(field.draft));
        TileLook look{.title = item == nullptr ? Rich{} : said(item->label, ui), .selected = i == focus};
        const Rect box{page.left.x + static_cast<float>(i) * (w + gap), page.left.y, w, h};
        if (date) look.note = full_date(*date, ui);
        if (ui.tile_height(look, w) > h) look.note.clear();
        if (ui.tile("date.of." + field.item, box, look)) happened = event::ItemFocused{field.item};
    }
    auto below = page;
    below.left.y += h + gap;
    below.left.h -= h + gap;
    if (auto done = draw_date(model, screen, below, ui)) happened = done;
    return happened;
}

std::optional<Event> draw_date(const Model& model, const Question& screen, const PadPage& page, Ui& ui) {
    const auto& field = screen.drafts[std::min(screen.focus, screen.drafts.size() - 1)];
    const auto& draft = std::get<DateDraft>(field.draft);
    const auto& item = field.item;
    auto left = page.left;
    auto happened = take_unknown_row(model, screen, left, ui);
    // Between the least a finger needs and the sizes of the mock-up, as much as there is room for.
    const float least = 3 * 15.1F + 2 * grid(17);
    const float usual = 2 * grid(111) + grid(134) + kGap + grid(36);
    const float share = std::clamp((left.h - least) / (usual - least), 0.0F, 1.0F);
    const float era_h = std::lerp(15.1F, grid(111), share);
    const float gap = std::lerp(grid(17), kGap, share);
    if (auto done = draw_eras(item, draft, {left.x, left.y, left.w, era_h}, gap, ui)) happened = done;
    const float parts_y = left.y + 2 * era_h + gap + std::lerp(grid(17), grid(36), share);
    const float parts_h = std::lerp(15.1F, grid(134), share);
    if (auto done = draw_parts(item, draft, {left.x, parts_y, left.w, parts_h}, ui)) happened = done;
    const float echo_y = parts_y + parts_h + std::lerp(grid(12), grid(32), share);
    draw_echo(model, screen, draft, {left.x, echo_y, left.w, std::min(grid(96), left.bottom() - echo_y)}, ui);
    if (auto done = draw_pad(page.pad, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
