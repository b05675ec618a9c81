#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/paper_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

std::string word_of(PaperState state) {
    switch (state) {
        case PaperState::Waiting:
            return "paper.waiting";
        case PaperState::Printing:
            return "paper.printing";
        case PaperState::Printed:
            return "paper.printed";
        case PaperState::AtDesk:
            return "paper.at_desk";
    }
    return "paper.waiting";
}

void draw_mark(PaperState state, Point centre, Moment now, Ui& ui) {
    const float d = grid(44);
    if (state == PaperState::Printed)
        return ui.icons().draw(ui.canvas(), "done", {centre.x - d / 2, centre.y - d / 2, d, d}, Paint::Text);
    if (state != PaperState::Printing)
        return ui.canvas().dashed_ring(centre, d / 2, grid(4), Paint::Border, 12);
    // A quarter further each second: it moves, and wakes the machine no more than that.
    const float from = 0.125F + 0.25F * static_cast<float>(now.count() / 1000 % 4);
    ui.canvas().ring(centre, d / 2, grid(7), Paint::StepToCome);
    ui.canvas().ring(centre, d / 2, grid(7), Paint::Key, from - 0.25F, from + 0.25F);
}

void draw_paper(const Paper& paper, std::size_t number, const Rect& row, Moment now, Ui& ui) {
    const bool current = paper.state == PaperState::Printing;
    const auto ground = current ? Paint::Tint : Paint::Ground;
    if (current) ui.canvas().fill(Rect{row.x, row.y + grid(2), row.w, row.h - grid(2)}, Paint::Tint);
    draw_mark(paper.state, {row.x + grid(44), row.centre().y}, now, ui);
    const auto id = "paper." + std::to_string(number);
    const float state_w = std::min(grid(300) * std::max(ui.scale(), 0.9F), row.w * 0.4F);
    const float pages_w = grid(80) * std::max(ui.scale(), 0.9F);
    const float title_w = row.w - grid(92) - pages_w - state_w;
    ui.text_in(id, as_is(paper.title), {row.x + grid(92), row.y, title_w - grid(16), row.h},
               {.bold = current, .line = 1.15F, .ground = ground});
    ui.text_in(id + ".pages", ui.words("paper.pages", {{"n", std::to_string(paper.pages)}}),
               {row.x + grid(92) + title_w, row.y, pages_w, row.h},
               {.line = 1.15F, .paint = Paint::Second, .ground = ground});
    ui.text_in(
        id + ".state", ui.words(word_of(paper.state)), {row.right() - state_w, row.y, state_w, row.h},
        {.bold = current, .line = 1.15F, .paint = current ? Paint::Text : Paint::Second, .ground = ground});
}

}  // namespace

PaperCount count_of(const std::vector<Paper>& papers) {
    PaperCount count;
    for (const auto& paper : papers) {
        const bool done = paper.state == PaperState::Printed;
        (done ? count.printed : count.to_come) += paper.pages;
        if (paper.state != PaperState::Waiting) ++count.reached;
    }
    return count;
}

std::optional<Event> draw_printing(const Model& model, const Printing& screen, Moment now, Ui& ui) {
    Chrome chrome{.left = Chrome::Left::Nothing, .pause = false};
    chrome.primary =
        BarButton{"stop_printing", ui.words("printing.stop"), event::PrintingLeft{}, ButtonKind::Quiet, ""};
    auto happened = draw_chrome(model, chrome, ui);
    const auto& papers = screen.receipt.papers;
    const auto count = count_of(papers);
    const auto area = ui.content();
    // About five seconds a page, said in tens: an estimate that is honest to be one.
    const int seconds = std::max(10, (count.to_come * 5 + 9) / 10 * 10);
    HeadLook head{.step = ui.words("printing.section"),
                  .number = std::max(1, count.reached),
                  .of = static_cast<int>(papers.size()),
                  .title = ui.words("printing.title"),
                  .lead = ui.words("printing.lead", {{"n", std::to_string(seconds)}})};
    const bool low = ui.height() < 150;
    if (low) head.lead.clear();
    const float under = ui.head(head) + grid(low ? 6 : 16);
    const float top = low ? under : std::max(under, area.y + grid(224));
    const float list_w = area.w * grid(1230) / grid(1788);
    const auto room = static_cast<std::size_t>(std::max(1.0F, (area.bottom() - grid(20) - top) / grid(86)));
    // The one in work and those around it, when there are more than fit.
    const auto first =
        papers.size() <= room
            ? 0
            : std::min(papers.size() - room, static_cast<std::size_t>(std::max(0, count.reached - 2)));
    ui.rule(area.x, top, list_w, Paint::Strong);
    for (auto i = first; i < std::min(papers.size(), first + room); ++i) {
        const Rect row{area.x, top + static_cast<float>(i - first) * grid(86), list_w, grid(86)};
        draw_paper(papers[i], i, row, now, ui);
        ui.rule(row.x, row.bottom(), row.w, Paint::Hairline);
    }
    const Rect side{area.x + list_w + grid(40), top, area.w - list_w - grid(40), area.bottom() - top};
    const auto where = ui.words("printing.where");
    const TextStyle style{.line = ui.height() < 150 ? 1.2F : 1.6F, .align = Align::Centre};
    const float below = ui.height_of(where, style, side.w) + grid(36);
    const float picture_w = std::min(grid(380), side.w - grid(20));
    const float picture_h = std::min(grid(330), side.h - below);
    // Where both have no room, the words say where the paper comes out.
    const bool drawn = picture_h > grid(120);
    if (drawn)
        ui.picture("printer", "printer", ui.words("printing.picture"),
                   {side.x + (side.w - picture_w) / 2, top, picture_w, picture_h});
    ui.text("printing.where", where, {side.x, drawn ? top + picture_h + grid(26) : top, side.w, 0}, style);
    return happened;
}

}  // namespace kiosk
