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

void draw_row(const Model& model, const forms::Decision& decision, const Rect& row, const std::string& id,
              Ui& ui) {
    const auto* procedure = model.setup.pack->procedure(decision.procedure, model.setup.today);
    const bool ask = decision.outcome == forms::Outcome::Ask;
    const float chip_w = grid(132) * std::min(ui.scale(), 1.3F);
    const float chip_h = grid(52) * std::min(ui.scale(), 1.3F);
    ui.chip(id + ".chip", ui.words(ask ? "results.chip.ask" : "results.chip.applies"),
            {row.x, row.centre().y - chip_h / 2, chip_w, chip_h}, ask);
    const float side = std::min(grid(264) * ui.scale(), row.w * 0.34F);
    const Rect middle{row.x + chip_w + grid(28), row.y + grid(4), row.w - chip_w - grid(28) - side - grid(16),
                      row.h - grid(8)};
    const auto name = procedure == nullptr ? as_is(decision.procedure) : said(procedure->name, ui);
    const auto reason = reason_of(decision, procedure, ui);
    const float half = middle.h / 2;
    ui.text_in(id + ".name", name, {middle.x, middle.y, middle.w, half},
               {.mm = type::kTile, .bold = true, .line = 1.2F});
    ui.text_in(id + ".reason", reason, {middle.x, middle.y + half, middle.w, half},
               {.line = 1.2F, .paint = Paint::Second});

    const Rect right{row.right() - side, row.y + grid(4), side, row.h - grid(8)};
    Rich when;
    if (decision.deadline)
        when = short_date(decision.deadline->date, model.setup.today, ui);
    else if (decision.amount)
        when = yen(*decision.amount, ui);
    else if (procedure != nullptr && !procedure->deadline_note.empty())
        when = said(procedure->deadline_note, ui);
    ui.text_in(id + ".date", when, {right.x, right.y, right.w, half},
               {.mm = type::kTile, .bold = true, .line = 1.2F});
    const auto place = procedure == nullptr ? Rich{}
                       : procedure->kind == forms::ProcedureKind::Elsewhere
                           ? said(procedure->place, ui)
                           : counter(*model.setup.pack, procedure->division, ui);
    ui.text_in(id + ".place", place, {right.x, right.y + half, right.w, half}, {.line = 1.2F});
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
    // The head is measured before it is drawn: the panes below say how many pages there are, which the head
    // shows.
    const float top = area.y + (ui.scale() > 1.2F ? grid(250) : grid(232));
    const float row_h =
        grid(128) * (ui.scale() > 1.2F ? 0.86F * ui.scale() : 1.0F) * (ui.look().shows_ruby() ? 1.3F : 1.0F);
    const auto panes = two_panes(ui, top, row_h);
    const auto pages = pages_of(groups, panes.capacity);
    const auto here = page_at(pages, screen.group, screen.page);

    Chrome chrome;
    chrome.primary = next_button(ui);
    if (here + 1 < pages.size())
        chrome.primary->event = event::PageTurned{pages[here + 1].group, pages[here + 1].page};
    if (here > 0) chrome.back = event::PageTurned{pages[here - 1].group, pages[here - 1].page};
    auto happened = draw_chrome(model, chrome, ui);
    HeadLook head{.step = ui.words("results.section"),
                  .number = static_cast<int>(here) + 1,
                  .of = static_cast<int>(pages.size()),
                  .unit = ui.words("pages"),
                  .title = title_of(model, screen, ui)};
    if (ui.scale() < 1.2F && !ui.look().shows_ruby()) head.lead = lead_of(model, screen, ui);
    ui.head(head);

    if (auto turned = draw_index(groups, screen.group, panes, ui)) happened = turned;
    if (screen.groups.empty()) return happened;
    const auto& group = screen.groups[std::min(screen.group, screen.groups.size() - 1)];
    const auto from = std::min(screen.page * panes.capacity, group.decisions.size());
    const auto to = std::min(group.decisions.size(), from + panes.capacity);
    ui.rule(panes.right.x, panes.right.y, panes.right.w, Paint::Strong);
    for (auto i = from; i < to; ++i) {
        const float y = panes.right.y + static_cast<float>(i - from) * panes.row_h;
        const auto& decision = screen.decisions[group.decisions[i]];
        draw_row(model, decision, {panes.right.x, y, panes.right.w, panes.row_h},
                 "result." + decision.procedure, ui);
        ui.rule(panes.right.x, y + panes.row_h, panes.right.w, i + 1 == to ? Paint::Strong : Paint::Hairline);
    }
    return happened;
}

}  // namespace kiosk
