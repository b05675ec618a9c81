#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/paper_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

std::string title_of(PrinterTrouble trouble) {
    switch (trouble) {
        case PrinterTrouble::NoPaper:
            return "printer.no_paper";
        case PrinterTrouble::Jammed:
            return "printer.jammed";
        case PrinterTrouble::CoverOpen:
            return "printer.cover";
        case PrinterTrouble::OutOfInk:
            return "printer.ink";
        case PrinterTrouble::NotConfigured:
            return "printer.none";
        case PrinterTrouble::Unreachable:
        case PrinterTrouble::Stopped:
        case PrinterTrouble::Other:
            return "printer.stopped";
    }
    return "printer.stopped";
}

void draw_row(const std::string& id, const Rich& value, const Rich& beside, const Rect& row, Ui& ui) {
    const float label_w = std::min(grid(330) * ui.scale(), row.w * 0.4F);
    ui.text_in(id + ".label", ui.words(id), {row.x, row.y, label_w - grid(16), row.h},
               {.line = 1.2F, .paint = Paint::Second});
    const TextStyle bold{.mm = type::kTile, .line = 1.2F};
    const auto taken =
        ui.text_in(id + ".value", value, {row.x + label_w, row.y, row.w - label_w, row.h}, bold);
    const float x = taken.right() + grid(28);
    if (!beside.empty() && row.right() - x > grid(80))
        ui.text_in(id + ".note", beside, {x, row.y, row.right() - x, row.h},
                   {.line = 1.2F, .paint = Paint::Second});
}

Rich minutes_ago(Moment since, Moment now, Ui& ui) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
    return minutes < 1 ? ui.words("printer.just_now")
                       : ui.words("printer.minutes_ago", {{"n", std::to_string(minutes)}});
}

}  // namespace

std::optional<Event> draw_paper_trouble(const Model& model, const Printing& screen, Moment now, Ui& ui) {
    Chrome chrome{.left = Chrome::Left::Nothing, .pause = false};
    chrome.primary =
        BarButton{"leave_printing", ui.words("printer.leave"), event::PrintingLeft{}, ButtonKind::Quiet, ""};
    auto happened = draw_chrome(model, chrome, ui);
    const auto& papers = screen.receipt.papers;
    const auto count = count_of(papers);
    const auto area = ui.content();
    HeadLook head{.step = ui.words("printing.section"),
                  .number = std::max(1, count.reached),
                  .of = static_cast<int>(papers.size()),
                  .title = ui.words(title_of(*screen.trouble)),
                  .lead = ui.words("printer.lead")};
    const bool low = ui.height() < 150;
    if (low) head.lead.clear();
    const float under = ui.head(head);
    const float top = low ? under + grid(8) : std::max(under + grid(20), area.y + grid(250));
    const float list_w = area.w * grid(1080) / grid(1788);
    const auto note = ui.words("printer.note");
    const float note_h = ui.height_of(note, {.line = 1.55F}, list_w - grid(32)) + grid(12);
    const float air = grid(low || ui.scale() > 1.2F ? 12 : 36);
    const float h = std::min(grid(118), (area.bottom() - foot_margin(ui) - note_h - air - top) / 3);
    ui.rule(area.x, top, list_w, Paint::Strong);
    const auto sheets = [&](int n) { return ui.words("paper.pages", {{"n", std::to_string(n)}}); };
    draw_row("printer.told", ui.words("printer.told.value"), minutes_ago(screen.trouble_since, now, ui),
             {area.x, top, list_w, h}, ui);
    draw_row("printer.done", sheets(count.printed),
             ui.words(count.printed > 0 ? "printer.done.note" : "printer.done.none"),
             {area.x, top + h, list_w, h}, ui);
    draw_row("printer.rest", sheets(count.to_come), ui.words("printer.rest.note"),
             {area.x, top + 2 * h, list_w, h}, ui);
    for (int i = 1; i <= 3; ++i)
        ui.rule(area.x, top + static_cast<float>(i) * h, list_w, i == 3 ? Paint::Strong : Paint::Hairline);
    ui.note("printer.note", note, {area.x, top + 3 * h + air, list_w, 0});
    const float picture = std::min(grid(380), area.w - list_w - grid(60));
    ui.picture("printer", "printer_empty", ui.words("printing.picture"),
               {area.right() - picture - grid(40), top, picture, std::min(grid(330), area.bottom() - top)});
    return happened;
}

}  // namespace kiosk
