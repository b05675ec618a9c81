#include "kiosk/screens/question.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

std::optional<Event> draw_answer(const Model& model, const Question& screen, float top, Ui& ui) {
    if (screen.drafts.empty()) return std::nullopt;
    if (screen.several) return draw_list(model, screen, top, ui);
    const auto& first = screen.drafts.front().draft;
    if (screen.drafts.size() == 1 && std::holds_alternative<PickDraft>(first))
        return draw_tiles(model, screen, top, ui);
    if (screen.drafts.size() == 1 && std::holds_alternative<DateDraft>(first))
        return draw_date(model, screen, top, ui);
    if (screen.drafts.size() == 1 && std::holds_alternative<DigitsDraft>(first))
        return draw_digits(model, screen, top, ui);
    if (std::ranges::all_of(screen.drafts, [](const ItemDraft& field) {
            return std::holds_alternative<DateDraft>(field.draft);
        }))
        return draw_dates(model, screen, top, ui);
    return draw_typing(model, screen, top, ui);
}

}  // namespace

const forms::Question* words_of(const Model& model, const Question& screen) {
    return model.setup.pack == nullptr ? nullptr : model.setup.pack->question(screen.question);
}

Rect unknown_row(const Ui& ui) {
    const auto area = ui.content();
    return {area.x, area.bottom() - grid(34 + 111), area.w, grid(111)};
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
        if (ui.tile("answer.unknown", {row.x, row.y, pages > 1 ? half : row.w, row.h}, look))
            happened = event::UnknownPicked{};
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
    if (screen.trouble)
        head.lead = ui.words(word_of(*screen.trouble));
    else if (family != families.end())
        head.lead = said(family->text, ui);
    else if (ui.scale() < 1.4F)
        head.lead = said(question->help, ui);
    const float top = ui.head(head) + grid(ui.scale() > 1.2F ? 12 : 22);
    if (auto answered = draw_answer(model, screen, top, ui)) happened = answered;
    return happened;
}

}  // namespace kiosk
