#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

struct Row {
    std::string id;
    Rich label;
    Rich value;
    Rich beside;
    bool name = false;
};

std::string text_of(const forms::Facts& facts, const char* key) {
    const auto* value = facts.value(key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
}

std::vector<Row> rows_of(const Model& model, const ConfirmCard& screen, Ui& ui) {
    std::vector<Row> rows;
    rows.push_back(
        {"name", ui.words("confirm.name"), as_is(text_of(screen.holder, "applicant.name")), {}, true});
    rows.push_back({"address",
                    ui.words("confirm.address"),
                    as_is(text_of(screen.holder, "applicant.address")),
                    {},
                    false});
    Row birth{"birth_date", ui.words("confirm.birth_date"), {}, {}, false};
    const auto* date = screen.holder.value("applicant.birth_date");
    if (date != nullptr && std::holds_alternative<forms::Date>(*date)) {
        birth.value = full_date(std::get<forms::Date>(*date), ui);
        birth.beside =
            ui.words("age", {{"n", std::to_string(age(std::get<forms::Date>(*date), model.setup.today))}});
    }
    rows.push_back(birth);
    Row sex{"sex", ui.words("confirm.sex"), {}, {}, false};
    const auto* value = screen.holder.value("applicant.sex");
    if (value != nullptr && model.setup.pack != nullptr)
        sex.value = value_words(*model.setup.pack, "applicant.sex", *value, ui);
    rows.push_back(sex);
    return rows;
}

struct Columns {
    float label = 0, from = 0;
};

TextStyle style_of(const Row& row) {
    return {.mm = row.name ? type::kName : type::kLead,
            .name = row.name,
            .line = row.name ? 1.1F : 1.25F,
            .whole = row.id != "address"};
}

const TextStyle kQuiet{.line = 1.25F, .paint = Paint::Second, .whole = true};

Columns columns_of(const std::vector<Row>& rows, Ui& ui) {
    Columns columns{ui.height() < 150 ? 0 : grid(260), 0};
    for (const auto& row : rows)
        columns.label = std::max(columns.label, ui.width_of(row.label, kQuiet) + grid(20));
    // Where a row came from is said in the lead's words too; it gives way to the values on a small panel.
    if (ui.height() > 150) columns.from = ui.width_of(ui.words("confirm.from_card"), kQuiet) + 1 + grid(30);
    columns.label = std::min(columns.label, ui.content().w * 0.3F);
    return columns;
}

float beside_width(const Row& row, Ui& ui) {
    return row.beside.empty() ? 0 : ui.width_of(row.beside, kQuiet) + grid(30);
}

// What the row needs at the visitor's size of words.
float wanted(const Row& row, const Columns& columns, Ui& ui) {
    const float room = ui.content().w - columns.label - columns.from - beside_width(row, ui);
    auto style = style_of(row);
    const bool whole = style.whole;
    return std::max(ui.height_of(row.value, style, whole ? 0 : room), ui.height_of(row.label, kQuiet, 0));
}

void draw_row(const Row& row, const Columns& columns, float y, float h, Ui& ui) {
    const auto area = ui.content();
    ui.text_in("confirm." + row.id + ".label", row.label, {area.x, y, columns.label - grid(12), h}, kQuiet);
    if (columns.from > 0) {
        const float w = columns.from - grid(30);
        ui.text_in("confirm." + row.id + ".from", ui.words("confirm.from_card"), {area.right() - w, y, w, h},
                   kQuiet);
    }
    const float x = area.x + columns.label;
    const float beside_w = beside_width(row, ui);
    const float room = area.right() - columns.from - x - beside_w;
    const auto taken = ui.text_in("confirm." + row.id, row.value, {x, y, room, h}, style_of(row));
    if (!row.beside.empty())
        ui.text_in("confirm." + row.id + ".beside", row.beside, {taken.right() + grid(28), y, beside_w, h},
                   kQuiet);
}

}  // namespace

std::optional<Event> draw_confirm_card(const Model& model, const ConfirmCard& screen, Ui& ui) {
    Chrome chrome;
    chrome.beside =
        BarButton{"dispute", ui.words("confirm.dispute"), event::CardDisputed{}, ButtonKind::Quiet, ""};
    chrome.primary =
        BarButton{"next", ui.words("confirm.accept"), event::NextPressed{}, ButtonKind::Primary, ""};
    auto happened = draw_chrome(model, chrome, ui);
    const auto area = ui.content();
    const bool low = ui.height() < 150;
    float y =
        ui.head(
            {.step = ui.words("card.section"), .number = 3, .of = 3, .title = ui.words("confirm.title")}) +
        grid(low ? 8 : 18);
    const bool small = area.bottom() - y < grid(560) || ui.scale() > 1.2F;
    const auto take = ui.words(screen.card_present ? "confirm.take" : "confirm.taken");
    const TextStyle take_style{.mm = type::kTile, .line = 1.25F, .ground = Paint::Tint};
    const float take_w = area.w - grid(126);
    const float band = std::max(grid(low ? 56 : 84), ui.height_of(take, take_style, take_w));
    ui.canvas().fill(Rect{area.x, y, area.w, band}, Paint::Tint, grid(12));
    ui.canvas().border(Rect{area.x, y, area.w, band},
                       ui.look().contrast == Contrast::High ? Paint::Key : Paint::Tint, grid(3), grid(12));
    ui.icons().draw(ui.canvas(), "card", {area.x + grid(28), y + band / 2 - grid(24), grid(48), grid(48)},
                    Paint::Text);
    ui.text_in("confirm.take", take, {area.x + grid(98), y, take_w, band}, take_style);
    y += band + grid(small ? 10 : 24);
    ui.rule(area.x, y, area.w, Paint::Strong);

    const auto rows = rows_of(model, screen, ui);
    const auto columns = columns_of(rows, ui);
    // With larger words the rows need the room; 「ちがうところがある」 speaks for itself.
    const auto note = screen.needs_eyes          ? ui.words("confirm.needs_eyes")
                      : ui.scale() > 1.2F || low ? Rich{}
                                                 : ui.words("confirm.note");
    const TextStyle note_style{.line = 1.4F, .paint = Paint::Second};
    const float note_h = note.empty() ? 0.0F : std::min(ui.height_of(note, note_style, area.w), grid(110));
    const float foot = note.empty() ? foot_margin(ui) : grid(38) + note_h;
    float needed = 0;
    for (const auto& row : rows) needed += wanted(row, columns, ui);
    const float spare = area.bottom() - foot - y - needed;
    for (const auto& row : rows) {
        const float usual = row.name ? grid(132) : grid(92);
        const float own = wanted(row, columns, ui);
        const float h =
            std::max(std::min(usual, own + spare / 4), own + std::min(0.0F, spare) * own / needed);
        draw_row(row, columns, y, h, ui);
        y += h;
        ui.rule(area.x, y, area.w, Paint::Hairline);
    }
    ui.text_in("confirm.note", note, {area.x, y + grid(14), area.w, area.bottom() - grid(16) - y - grid(14)},
               note_style);
    return happened;
}

}  // namespace kiosk
