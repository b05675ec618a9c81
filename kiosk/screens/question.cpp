#include "kiosk/screens/question.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

template <class Kind>
bool typed_into(const Question& screen) {
    return screen.focus < screen.drafts.size() &&
           std::holds_alternative<Kind>(screen.drafts[screen.focus].draft);
}

bool all_dates(const Question& screen) {
    return screen.drafts.size() > 1 && std::ranges::all_of(screen.drafts, [](const ItemDraft& field) {
               return std::holds_alternative<DateDraft>(field.draft);
           });
}

// The head and what stands below it or beside it.
DrawnPage draw_page(const Model& model, const Question& screen, const HeadLook& head, Ui& ui) {
    const bool alone = screen.drafts.size() == 1;
    if (alone && typed_into<DateDraft>(screen))
        return {draw_date(model, screen, draw_pad_head(head, grid(1120), ui), ui)};
    if (alone && typed_into<DigitsDraft>(screen))
        return {draw_digits(model, screen, draw_pad_head(head, grid(1000), ui), ui)};
    if (all_dates(screen)) return {draw_dates(model, screen, draw_pad_head(head, grid(1120), ui), ui)};
    if (typed_into<DigitsDraft>(screen))
        return {draw_group(model, screen, draw_pad_head(head, grid(1210), ui), ui)};
    const float top = ui.head(head) + grid(ui.height() < 150                        ? 6
                                           : ui.scale() > 1.2F || ui.height() < 170 ? 12
                                                                                    : 22);
    if (screen.drafts.empty()) return {};
    if (screen.several) return draw_list(model, screen, top, ui);
    if (alone && typed_into<PickDraft>(screen)) return {draw_tiles(model, screen, top, ui)};
    return {draw_typing(model, screen, top, ui)};
}

}  // namespace

const forms::Question* words_of(const Model& model, const Question& screen) {
    return model.setup.pack == nullptr ? nullptr : model.setup.pack->question(screen.question);
}

Rect unknown_row(const Ui& ui) {
    auto area = ui.content();
    area.h -= foot_margin(ui);
    return unknown_row(area);
}

Rect unknown_row(const Rect& area) {
    const float h = area.h < 85 ? 15.1F : grid(111);
    return {area.x, area.bottom() - h, area.w, h};
}

std::string word_of(DraftTrouble trouble) {
    switch (trouble) {
        case DraftTrouble::Empty:
            return "draft.empty";
        case DraftTrouble::NoSuchDate:
            return "draft.no_such_date";
        case DraftTrouble::FutureDate:
            return "draft.future_date";
        case DraftTrouble::TooShort:
            return "draft.too_short";
        case DraftTrouble::OutOfRange:
            return "draft.out_of_range";
        case DraftTrouble::NotKana:
            return "draft.not_kana";
    }
    return "draft.empty";
}

std::optional<Event> draw_foot(const Model& model, const Question& screen, std::size_t pages, const Rect& row,
                               Ui& ui) {
    const auto* question = words_of(model, screen);
    const bool may_not_know = question != nullptr && question->unknown;
    const float half = (row.w - grid(20)) / 2;
    std::optional<Event> happened;
    if (may_not_know) {
        TileLook look{.title = ui.words("question.unknown"), .selected = screen.unknown, .note_beside = true};
        if (pages <= 1)
            look.note = question->unknown_note.empty() ? ui.words("question.unknown.note")
                                                       : said(question->unknown_note, ui);
        // The consequence is said where it can be read; わからない is the answer.
        const Rect own{row.x, row.y, pages > 1 ? half : row.w, row.h};
        const float words =
            ui.width_of(look.title, {.mm = type::kTile, .bold = true}) + ui.width_of(look.note, {});
        if (words + grid(200) > own.w && ui.tile_height(look, own.w) > own.h) look.note.clear();
        if (ui.tile("answer.unknown", own, look)) happened = event::UnknownPicked{};
    }
    if (pages > 1) {
        const auto page = static_cast<std::size_t>(screen.page);
        TileLook more{
            .title = ui.words("question.more"), .radio = false, .forward = true, .key_coloured = true};
        more.end = as_is(std::to_string(page + 1) + " / " + std::to_string(pages));
        if (ui.tile("answer.more", {row.x + half + grid(20), row.y, half, row.h}, more))
            happened = event::PageTurned{0, (page + 1) % pages};
    }
    return happened;
}

std::optional<Event> take_unknown_row(const Model& model, const Question& screen, Rect& area, Ui& ui) {
    const auto* question = words_of(model, screen);
    if (question == nullptr || !question->unknown) return std::nullopt;
    const auto foot = unknown_row(area);
    area.h = foot.y - grid(17) - area.y;
    return draw_foot(model, screen, 1, foot, ui);
}

std::optional<Event> draw_question(const Model& model, const Question& screen, Ui& ui) {
    const auto* question = words_of(model, screen);
    Chrome chrome;
    chrome.primary = next_button(ui);
    if (screen.for_review)
        chrome.primary = BarButton{"next", ui.words("question.back_to_review"), event::NextPressed{},
                                   ButtonKind::Primary, ""};
    auto happened = draw_chrome(model, chrome, ui);
    if (question == nullptr) return happened;

    HeadLook head;
    const auto* section = model.setup.pack->section(question->section);
    head.step = section == nullptr ? ui.words("question.section") : said(section->label, ui);
    head.number = screen.number;
    head.of = screen.of;
    head.title = said(question->text, ui);
    head.mark = ui.words("question.required");
    const auto& families = model.setup.pack->impossible;
    const auto family = std::ranges::find(families, screen.impossible, &forms::Impossible::id);
    Rich said_back;
    if (screen.trouble)
        said_back = ui.words(word_of(*screen.trouble));
    else if (family != families.end())
        said_back = said(family->text, ui);
    if (said_back.empty()) {
        if (ui.scale() > 0.85F && ui.scale() < 1.4F) head.lead = said(question->help, ui);
    } else if (ui.height() < 150) {
        // A small panel says it in place of the step: the answer needs the room below the heading.
        head.step = said_back;
        head.number = 0;
    } else {
        head.lead = said_back;
    }
    const auto drawn = draw_page(model, screen, head, ui);
    if (drawn.happened) happened = drawn.happened;
    // What nobody has seen is not answered.
    if (drawn.goes_on && happened && std::holds_alternative<event::NextPressed>(*happened))
        happened = event::PageTurned{0, static_cast<std::size_t>(screen.page) + 1};
    return happened;
}

}  // namespace kiosk
