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

float draw_row(const Row& row, float y, float h, Ui& ui) {
    const auto area = ui.content();
    const auto from = ui.words("confirm.from_card");
    const TextStyle quiet{.line = 1.25F, .paint = Paint::Second};
    const float label_w = std::max(grid(260), ui.width_of(row.label, quiet) + grid(20));
    const float from_w = ui.width_of(from, quiet) + 1;
    ui.text_in("confirm." + row.id + ".label", row.label, {area.x, y, label_w, h}, quiet);
    ui.text_in("confirm." + row.id + ".from", from, {area.right() - from_w, y, from_w, h}, quiet);
    const float x = area.x + label_w;
    const float beside_w = row.beside.empty() ? 0 : ui.width_of(row.beside, quiet) + grid(30);
    const float room = area.right() - from_w - grid(30) - x - beside_w;
    const TextStyle style{
        .mm = row.name ? type::kName : type::kLead, .name = row.name, .line = row.name ? 1.1F : 1.25F};
    const auto taken = ui.text_in("confirm." + row.id, row.value, {x, y, room, h}, style);
    if (!row.beside.empty())
        ui.text_in("confirm." + row.id + ".beside", row.beside, {taken.right() + grid(28), y, beside_w, h},
                   quiet);
    return y + h;
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
    float y =
        ui.head(
            {.step = ui.words("card.section"), .number = 3, .of = 3, .title = ui.words("confirm.title")}) +
        grid(18);
    const bool small = area.bottom() - y < grid(560) || ui.scale() > 1.2F;
    const float band = grid(84);
    ui.canvas().fill(Rect{area.x, y, area.w, band}, Paint::Tint, grid(12));
    ui.canvas().border(Rect{area.x, y, area.w, band},
                       ui.look().contrast == Contrast::High ? Paint::Key : Paint::Tint, grid(3), grid(12));
    ui.icons().draw(ui.canvas(), "card", {area.x + grid(28), y + grid(18), grid(48), grid(48)}, Paint::Text);
    ui.text_in("confirm.take", ui.words(screen.card_present ? "confirm.take" : "confirm.taken"),
               {area.x + grid(98), y, area.w - grid(126), band},
               {.mm = type::kTile, .line = 1.25F, .ground = Paint::Tint});
    y += band + grid(small ? 10 : 24);
    ui.rule(area.x, y, area.w, Paint::Strong);

    const auto rows = rows_of(model, screen, ui);
    const auto note = ui.words(screen.needs_eyes ? "confirm.needs_eyes" : "confirm.note");
    const TextStyle note_style{.line = 1.4F, .paint = Paint::Second};
    const float note_h = std::min(ui.height_of(note, note_style, area.w), grid(110));
    const float room = area.bottom() - grid(24) - note_h - grid(14) - y;
    const float usual = std::min(grid(92), room / 4.44F);
    for (const auto& row : rows) {
        y = draw_row(row, y, row.name ? usual * 132 / 92 : usual, ui);
        ui.rule(area.x, y, area.w, Paint::Hairline);
    }
    ui.text_in("confirm.note", note, {area.x, y + grid(14), area.w, area.bottom() - grid(16) - y - grid(14)},
               note_style);
    return happened;
}

}  // namespace kiosk
