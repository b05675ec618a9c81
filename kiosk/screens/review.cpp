#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/screens/two_pane.hpp"

namespace kiosk {
namespace {

std::vector<PaneGroup> groups_of(const Model& model, const Review& screen, Ui& ui) {
    std::vector<PaneGroup> groups;
    for (const auto& section : screen.sections) {
        const auto* named = model.setup.pack->section(section.id);
        groups.push_back({named == nullptr ? as_is(section.id) : said(named->label, ui),
                          ui.words("review.count", {{"n", std::to_string(section.rows.size())}}),
                          section.rows.size()});
    }
    return groups;
}

// Said neutrally, with the place: nothing is an error here.
Rich missing_of(const Model& model, const Review& screen, Ui& ui) {
    std::size_t count = 0;
    Rich where;
    for (const auto& section : screen.sections)
        for (const auto& row : section.rows) {
            if (!row.missing) continue;
            const auto* named = model.setup.pack->section(section.id);
            if (count++ == 0 && named != nullptr) where = said(named->label, ui);
        }
    if (count == 0) return {};
    return joined(ui.words("review.missing", {{"n", std::to_string(count)}}),
                  joined(ui.words("open"), joined(where, ui.words("close"))));
}

// What is so of a list to choose from, one after the other.
Rich chosen_words(const Model& model, const ReviewRow& row, Ui& ui) {
    if (row.chosen.empty()) return ui.words("question.none");
    Rich words;
    for (const auto& key : row.chosen) {
        const auto* item = model.setup.pack->item(key);
        if (item == nullptr) continue;
        if (!words.empty()) words = joined(std::move(words), ui.words("list.between"));
        words = joined(std::move(words), said(item->label, ui));
    }
    return words;
}

std::optional<Event> draw_row(const Model& model, const ReviewRow& row, const Rect& box,
                              const std::string& id, Ui& ui) {
    const auto* item = model.setup.pack->item(row.item);
    const bool name = item != nullptr && item->type == forms::ItemType::Name;
    const float label_w = std::min(grid(240) * ui.scale(), box.w * 0.3F);
    const bool address = item != nullptr && item->type == forms::ItemType::Address;
    const auto fix_words = ui.words("review.fix");
    const float fix_w =
        std::max(15.1F, std::min(grid(200), ui.width_of(fix_words, {.line = 1.2F}) + grid(60)));
    const auto* question = model.setup.pack->question(row.question);
    const auto label = row.several && question != nullptr ? said(question->label, ui)
                       : item == nullptr                  ? as_is(row.item)
                                                          : said(item->label, ui);
    const TextStyle label_style{.line = 1.2F, .paint = Paint::Second, .whole = true};
    const float label_room = label_w - grid(12);
    const bool one_line = ui.width_of(label, label_style) <= label_room / 0.7F;
    ui.text_in(id + ".label", label, {box.x, box.y, label_room, box.h},
               one_line ? label_style : fitting(label_style, label, label_room, box.h, ui));
    const Rect middle{box.x + label_w, box.y, box.w - label_w - fix_w - grid(12), box.h};
    if (row.value && row.several)
        ui.text_in(
            id + ".value", chosen_words(model, row, ui), middle,
            fitting({.mm = type::kTile, .line = 1.2F}, chosen_words(model, row, ui), middle.w, middle.h, ui));
    else if (row.value)
        ui.text_in(id + ".value", value_words(*model.setup.pack, row.item, *row.value, ui), middle,
                   {.mm = name ? grid(56) : type::kTile, .name = name, .line = 1.2F, .whole = !address});
    else
        ui.text_in(id + ".value", ui.words(row.missing ? "review.not_written" : "question.unknown"), middle,
                   {.mm = type::kTile, .line = 1.2F, .paint = Paint::Second, .whole = true});
    if (row.question.empty()) return std::nullopt;
    const Rect fix{box.right() - fix_w, box.centre().y - grid(84) / 2, fix_w, grid(84)};
    if (ui.fix_link(id + ".fix", fix_words, fix)) return event::FixChosen{row.question, row.person};
    return std::nullopt;
}

}  // namespace

std::optional<Event> draw_review(const Model& model, const Review& screen, Ui& ui) {
    const auto area = ui.content();
    const auto groups = groups_of(model, screen, ui);
    const float row_h = std::max(grid(108), grid(104) * (ui.scale() > 1.2F ? ui.scale() * 0.86F : 1.0F)) *
                        (ui.look().shows_ruby() ? 1.15F : 1.0F);
    HeadLook head{.step = ui.words("review.section"),
                  .number = 1,
                  .of = 1,
                  .unit = ui.words("pages"),
                  .title = ui.words("review.title")};
    const auto panes = two_panes(
        ui, std::max(ui.head_bottom(head) + grid(22), ui.height() < 150 ? 0 : area.y + grid(178)), row_h);
    const auto pages = pages_of(groups, panes.capacity);
    const auto here = page_at(pages, screen.section, screen.page);
    const bool last = here + 1 >= pages.size();

    Chrome chrome;
    chrome.primary = BarButton{"next", ui.words(last ? "review.make" : "review.next_page"),
                               event::NextPressed{}, ButtonKind::Primary, ""};
    if (!last) chrome.primary->event = event::PageTurned{pages[here + 1].group, pages[here + 1].page};
    if (here > 0) chrome.back = event::PageTurned{pages[here - 1].group, pages[here - 1].page};
    auto happened = draw_chrome(model, chrome, ui);
    head.number = static_cast<int>(here) + 1;
    head.of = static_cast<int>(pages.size());
    ui.head(head);

    if (auto turned = draw_index(groups, screen.section, panes, ui)) happened = turned;
    const auto missing = missing_of(model, screen, ui);
    const float y = index_bottom(groups.size(), panes) + grid(34);
    if (!missing.empty() && y + grid(120) * ui.scale() < area.bottom())
        ui.note("review.missing", missing, {panes.left.x, y, panes.left.w, 0});

    if (screen.sections.empty()) return happened;
    const auto& section = screen.sections[std::min(screen.section, screen.sections.size() - 1)];
    const auto from = std::min(screen.page * panes.capacity, section.rows.size());
    const auto to = std::min(section.rows.size(), from + panes.capacity);
    ui.rule(panes.right.x, panes.right.y, panes.right.w, Paint::Strong);
    for (auto i = from; i < to; ++i) {
        const Rect box{panes.right.x, panes.right.y + static_cast<float>(i - from) * panes.row_h,
                       panes.right.w, panes.row_h};
        if (auto done = draw_row(model, section.rows[i], box, "review." + section.rows[i].item, ui))
            happened = done;
        ui.rule(box.x, box.bottom(), box.w, i + 1 == to ? Paint::Strong : Paint::Hairline);
    }
    return happened;
}

}  // namespace kiosk
