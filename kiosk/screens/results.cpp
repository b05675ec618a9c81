#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/screens/two_pane.hpp"

namespace kiosk {
namespace {

bool in_hall(const Results& screen, std::size_t decision) {
    for (const auto& group : screen.groups)
        if (group.kind == GroupKind::Elsewhere &&
            std::ranges::find(group.decisions, decision) != group.decisions.end())
            return false;
    return true;
}

std::size_t count_if(const Results& screen, bool asks_only) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < screen.decisions.size(); ++i)
        if (in_hall(screen, i) && (!asks_only || screen.decisions[i].outcome == forms::Outcome::Ask)) ++count;
    return count;
}

Rich title_of(const Model& model, const Results& screen, Ui& ui) {
    const auto count = std::to_string(count_if(screen, false));
    const auto* first = screen.groups.empty() ? nullptr : &screen.groups.front();
    if (first == nullptr || first->kind != GroupKind::Dated || !first->until)
        return ui.words("results.title", {{"n", count}});
    return joined(ui.words("results.title", {{"n", count}}),
                  joined(ui.words("results.earliest.before"),
                         joined(date_in_sentence(*first->until, model.setup.today, ui),
                                ui.words("results.earliest.after"))));
}

// Money first: what can be received is named before what must be done (mock-ups, Words).
Rich lead_of(const Model& model, const Results& screen, Ui& ui) {
    Rich lead;
    for (const auto& decision : screen.decisions) {
        if (!decision.amount || decision.outcome != forms::Outcome::Applies) continue;
        const auto* procedure = model.setup.pack->procedure(decision.procedure, model.setup.today);
        if (procedure == nullptr || procedure->kind != forms::ProcedureKind::Benefit) continue;
        lead = joined(
            ui.words("results.money.before"),
            joined(said(procedure->name, ui),
                   joined(as_is(" "), joined(yen(*decision.amount, ui), ui.words("results.money.after")))));
        break;
    }
    const auto asks = count_if(screen, true);
    if (asks > 0) lead = joined(lead, ui.words("results.ask", {{"n", std::to_string(asks)}}));
    return lead;
}

Rich name_of(const Model& model, const ResultGroup& group, Ui& ui) {
    switch (group.kind) {
        case GroupKind::DateUnknown:
            return ui.words("results.group.date_unknown");
        case GroupKind::Dated:
            if (group.until)
                return joined(short_date(*group.until, model.setup.today, ui), ui.words("results.until"));
            break;
        case GroupKind::Money:
            return ui.words("results.group.money");
        case GroupKind::NoHurry:
            return ui.words("results.group.no_hurry");
        case GroupKind::Elsewhere:
            return ui.words("results.group.elsewhere");
    }
    return {};
}

// Why, in one line: the pack's own words when it has them, else the first fact.
Rich reason_of(const forms::Decision& decision, const forms::Procedure* procedure, Ui& ui) {
    if (procedure != nullptr) {
        const auto& words =
            decision.outcome == forms::Outcome::Ask ? procedure->ask_because : procedure->because;
        if (!words.empty()) return said(words, ui);
    }
    return decision.reasons.empty() ? Rich{} : said(decision.reasons.front().words, ui);
}

// Dates and divisions are short in kanji and long in letters.
bool in_kanji(const Ui& ui) {
    const auto& language = ui.look().language;
    return language == "ja" || language == "easy" || language == "zh" || language == "ko";
}

const TextStyle kRowTitle{.mm = type::kTile, .bold = true, .line = 1.2F, .whole = true};
const TextStyle kRowReason{.line = 1.2F, .paint = Paint::Second};
const TextStyle kRowPlace{.line = 1.2F, .whole = true};

/// The words of one row.
struct Row {
    Rich chip, name, reason, when, place;
    bool ask = false;
};

Row row_of(const Model& model, const forms::Decision& decision, Ui& ui) {
    const auto* procedure = model.setup.pack->procedure(decision.procedure, model.setup.today);
    Row row;
    row.ask = decision.outcome == forms::Outcome::Ask;
    row.chip = ui.words(row.ask ? "results.chip.ask" : "results.chip.applies");
    row.name = procedure == nullptr ? as_is(decision.procedure) : said(procedure->name, ui);
    row.reason = reason_of(decision, procedure, ui);
    if (decision.deadline)
        row.when = short_date(decision.deadline->date, model.setup.today, ui);
    else if (decision.amount)
        row.when = procedure != nullptr && !procedure->pays_out()
                       ? joined(ui.words("results.fee"), yen(*decision.amount, ui))
                       : yen(*decision.amount, ui);
    else if (procedure != nullptr && !procedure->deadline_note.empty())
        row.when = said(procedure->deadline_note, ui);
    if (procedure != nullptr)
        row.place = procedure->kind == forms::ProcedureKind::Elsewhere
                        ? said(procedure->place, ui)
                        : counter(*model.setup.pack, procedure->division, ui);
    return row;
}

/// Where the parts of a row stand.
struct Columns {
    float chip_w = 0, chip_h = 0, middle_w = 0, side_w = 0;
};

Columns columns_of(float width, Ui& ui) {
    const auto chip_width = [&](const char* id) {
        return ui.width_of(ui.words(id), {.bold = true}) + grid(24);
    };
    const float widest = std::max(chip_width("results.chip.ask"), chip_width("results.chip.applies"));
    const float usual = ui.height() < 150 ? 0 : grid(132) * std::min(ui.scale(), 1.3F);
    Columns columns;
    columns.chip_w = std::max(usual, std::min(widest, width * 0.24F));
    columns.chip_h = grid(52) * std::clamp(ui.scale(), 0.9F, 1.3F);
    columns.side_w = std::min(grid(in_kanji(ui) ? 264.0F : 420.0F) * ui.scale(), width * 0.37F);
    columns.middle_w = width - columns.chip_w - grid(28) - columns.side_w - grid(16);
    return columns;
}

// A name that can be made smaller stands on one line.
float name_height(const Row& row, const Columns& columns, Ui& ui) {
    const float smaller = type::kBody / (type::kTile * std::max(ui.scale(), 0.9F));
    return ui.height_of(row.name, kRowTitle, columns.middle_w / std::clamp(smaller, 0.7F, 1.0F));
}

// The name on one line when it can be, and the reason on as many as it needs.
float height_of(const Row& row, const Columns& columns, Ui& ui) {
    const float middle =
        name_height(row, columns, ui) + ui.height_of(row.reason, kRowReason, columns.middle_w);
    const float side = ui.height_of(row.when, kRowTitle, 0) + ui.height_of(row.place, kRowPlace, 0);
    return std::max(middle, side) + grid(10);
}

void draw_row(const Row& row, const Columns& columns, const Rect& box, const std::string& id, Ui& ui) {
    ui.chip(id + ".chip", row.chip,
            {box.x, box.centre().y - columns.chip_h / 2, columns.chip_w, columns.chip_h}, row.ask);
    const Rect middle{box.x + columns.chip_w + grid(28), box.y + grid(4), columns.middle_w, box.h - grid(8)};
    const float upper = std::min(name_height(row, columns, ui), middle.h * 0.6F);
    const float lower = std::min(ui.height_of(row.reason, kRowReason, middle.w), middle.h - upper);
    const float above = (middle.h - upper - lower) / 2;
    ui.text_in(id + ".name", row.name, {middle.x, middle.y + above, middle.w, upper}, kRowTitle);
    ui.text_in(id + ".reason", row.reason, {middle.x, middle.y + above + upper, middle.w, lower}, kRowReason);
    const Rect side{box.right() - columns.side_w, middle.y, columns.side_w, middle.h};
    const float place_h = std::min(ui.height_of(row.place, kRowPlace, side.w), side.h / 2);
    const bool one_line = ui.width_of(row.when, kRowTitle) <= side.w / 0.7F;
    // A rule told in words ("three days before the water is stopped") takes what the counter does not need.
    const float when_h =
        one_line ? std::min(ui.height_of(row.when, kRowTitle, side.w), side.h - place_h) : side.h - place_h;
    const float over = (side.h - when_h - place_h) / 2;
    ui.text_in(id + ".date", row.when, {side.x, side.y + over, side.w, when_h},
               one_line ? kRowTitle : fitting(kRowTitle, row.when, side.w, when_h, ui));
    ui.text_in(id + ".place", row.place, {side.x, side.y + over + when_h, side.w, place_h}, kRowPlace);
}

std::vector<PaneGroup> groups_of(const Model& model, const Results& screen, Ui& ui) {
    std::vector<PaneGroup> groups;
    for (const auto& group : screen.groups)
        groups.push_back({name_of(model, group, ui),
                          ui.words("results.count", {{"n", std::to_string(group.decisions.size())}}),
                          group.decisions.size()});
    return groups;
}

}  // namespace

std::optional<Event> draw_results(const Model& model, const Results& screen, Ui& ui) {
    const auto area = ui.content();
    const auto groups = groups_of(model, screen, ui);
    HeadLook head{.step = ui.words("results.section"),
                  .number = 1,
                  .of = 1,
                  .unit = ui.words("pages"),
                  .title = title_of(model, screen, ui)};
    if (ui.scale() < 1.2F && !ui.look().shows_ruby()) head.lead = lead_of(model, screen, ui);
    const float least = ui.height() < 150 ? 0 : area.y + grid(ui.scale() > 1.2F ? 178 : 232);
    const float top = std::max(ui.head_bottom(head) + grid(ui.height() < 150 ? 10 : 22), least);
    float row_h = grid(ui.height() < 150 ? 84 : 128);
    const auto columns = columns_of(two_panes(ui, top, row_h).right.w, ui);
    std::vector<Row> rows;
    for (const auto& decision : screen.decisions) {
        rows.push_back(row_of(model, decision, ui));
        row_h = std::max(row_h, height_of(rows.back(), columns, ui));
    }
    const auto panes = two_panes(ui, top, row_h);
    const auto pages = pages_of(groups, panes.capacity);
    const auto here = page_at(pages, screen.group, screen.page);

    Chrome chrome;
    chrome.primary = next_button(ui);
    if (here + 1 < pages.size())
        chrome.primary->event = event::PageTurned{pages[here + 1].group, pages[here + 1].page};
    if (here > 0) chrome.back = event::PageTurned{pages[here - 1].group, pages[here - 1].page};
    auto happened = draw_chrome(model, chrome, ui);
    head.number = static_cast<int>(here) + 1;
    head.of = static_cast<int>(pages.size());
    ui.head(head);

    if (auto turned = draw_index(groups, screen.group, panes, ui)) happened = turned;
    if (screen.groups.empty()) return happened;
    const auto& group = screen.groups[std::min(screen.group, screen.groups.size() - 1)];
    const auto from = std::min(screen.page * panes.capacity, group.decisions.size());
    const auto to = std::min(group.decisions.size(), from + panes.capacity);
    ui.rule(panes.right.x, panes.right.y, panes.right.w, Paint::Strong);
    for (auto i = from; i < to; ++i) {
        const float y = panes.right.y + static_cast<float>(i - from) * panes.row_h;
        const auto which = group.decisions[i];
        draw_row(rows[which], columns, {panes.right.x, y, panes.right.w, panes.row_h},
                 "result." + screen.decisions[which].procedure, ui);
        ui.rule(panes.right.x, y + panes.row_h, panes.right.w, i + 1 == to ? Paint::Strong : Paint::Hairline);
    }
    return happened;
}

}  // namespace kiosk
