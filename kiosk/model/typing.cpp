#include <algorithm>

#include "kiosk/model/steps.hpp"
#include "kiosk/model/suggestible.hpp"

namespace kiosk::steps {

namespace {

// Whoever types has changed their mind about わからない, and the last complaint no longer describes what is
// there.
void typing_begins(Question& question) {
    question.unknown = false;
    question.trouble.reset();
    question.impossible.clear();
}

ItemDraft* focused(Model& model) {
    auto* question = std::get_if<Question>(&model.screen);
    if (!question || !question->undoing.empty() || question->focus >= question->drafts.size()) return nullptr;
    typing_begins(*question);
    return &question->drafts.at(question->focus);
}

ItemDraft* draft_of(Question& question, const std::string& item) {
    const auto found = std::ranges::find(question.drafts, item, &ItemDraft::item);
    if (found == question.drafts.end()) return nullptr;
    question.focus = static_cast<std::size_t>(found - question.drafts.begin());
    return &*found;
}

// どれもない is given up by touching anything; without anything touched nothing is answered yet.
void toggle(Question& question, PickDraft& touched) {
    const bool chosen = touched.picked == forms::Value(true);
    for (auto& field : question.drafts)
        if (auto* pick = std::get_if<PickDraft>(&field.draft); pick && pick->picked == forms::Value(false))
            pick->picked.reset();
    touched.picked = chosen ? std::nullopt : std::optional<forms::Value>(true);
}

constexpr std::size_t kWesternYearDigits = 4;
constexpr std::size_t kPartDigits = 2;

std::size_t longest(const DateDraft& draft) {
    return draft.focus == DatePart::Year && draft.era == EraTile::Western ? kWesternYearDigits : kPartDigits;
}

std::string& part_of(DateDraft& draft) {
    if (draft.focus == DatePart::Year) return draft.year;
    return draft.focus == DatePart::Month ? draft.month : draft.day;
}

void push(std::string& digits, char digit, std::size_t max_length) {
    if (digit >= '0' && digit <= '9' && digits.size() < max_length) digits.push_back(digit);
}

}  // namespace

void digit_pressed(Model& model, char digit) {
    if (auto* pad = std::get_if<EnterPin>(&model.screen)) return pad->entry.push(digit);
    if (auto* pad = std::get_if<EnterNumberB>(&model.screen)) return pad->entry.push(digit);
    auto* field = focused(model);
    if (!field) return;
    if (auto* digits = std::get_if<DigitsDraft>(&field->draft))
        push(digits->digits, digit, digits->max_length);
    if (auto* date = std::get_if<DateDraft>(&field->draft)) push(part_of(*date), digit, longest(*date));
}

void digit_erased(Model& model) {
    if (auto* pad = std::get_if<EnterPin>(&model.screen)) return pad->entry.pop();
    if (auto* pad = std::get_if<EnterNumberB>(&model.screen)) return pad->entry.pop();
    auto* field = focused(model);
    if (!field) return;
    if (auto* digits = std::get_if<DigitsDraft>(&field->draft); digits && !digits->digits.empty())
        digits->digits.pop_back();
    if (auto* date = std::get_if<DateDraft>(&field->draft); date && !part_of(*date).empty())
        part_of(*date).pop_back();
}

void digits_cleared(Model& model) {
    if (auto* pad = std::get_if<EnterPin>(&model.screen)) return pad->entry.clear();
    if (auto* pad = std::get_if<EnterNumberB>(&model.screen)) return pad->entry.clear();
    auto* field = focused(model);
    if (!field) return;
    if (auto* digits = std::get_if<DigitsDraft>(&field->draft)) digits->digits.clear();
    if (auto* date = std::get_if<DateDraft>(&field->draft)) *date = DateDraft{.era = date->era};
}

void answer_picked(Question& question, const event::AnswerPicked& picked) {
    auto* field = draft_of(question, picked.item);
    auto* pick = field ? std::get_if<PickDraft>(&field->draft) : nullptr;
    if (!pick) return;
    typing_begins(question);
    if (question.several) return toggle(question, *pick);
    pick->picked = picked.value;
}

void none_picked(Question& question) {
    if (!question.several) return;
    typing_begins(question);
    for (auto& field : question.drafts)
        if (auto* pick = std::get_if<PickDraft>(&field.draft)) pick->picked = false;
}

void unknown_picked(Question& question) {
    question.unknown = true;
    question.trouble.reset();
    question.impossible.clear();
    for (auto& field : question.drafts)
        if (auto* pick = std::get_if<PickDraft>(&field.draft)) pick->picked.reset();
}

void era_picked(Question& question, const event::EraPicked& picked) {
    auto* field = draft_of(question, picked.item);
    auto* date = field ? std::get_if<DateDraft>(&field->draft) : nullptr;
    if (!date) return;
    typing_begins(question);
    if ((date->era == EraTile::Western) != (picked.era == EraTile::Western)) date->year.clear();
    date->era = picked.era;
    date->focus = DatePart::Year;
}

void date_part_focused(Question& question, const event::DatePartFocused& focused) {
    auto* field = draft_of(question, focused.item);
    if (auto* date = field ? std::get_if<DateDraft>(&field->draft) : nullptr) date->focus = focused.part;
}

void item_focused(Question& question, const event::ItemFocused& focused) {
    (void)draft_of(question, focused.item);
    question.suggestions = {};
}

Commands text_edited(Model& model, Question& question, const event::TextEdited& edited) {
    auto* field = draft_of(question, edited.item);
    auto* text = field ? std::get_if<TextDraft>(&field->draft) : nullptr;
    if (!text) return {};
    typing_begins(question);
    *text = {edited.text, std::min(edited.caret, edited.text.size())};
    const auto* item = model.setup.pack->item(edited.item);
    const auto from = item ? suggestible(*item, *text) : std::string();
    if (from.empty() || from != question.suggestions.from) question.suggestions = {};
    if (from.empty() || from == question.suggestions.from) return {};
    return commands(command::SuggestWriting{model.visit.id, edited.item, from});
}

void writing_suggested(Model& model, event::WritingSuggested suggested) {
    auto* question = std::get_if<Question>(&model.screen);
    if (!question || question->focus >= question->drafts.size()) return;
    const auto& field = question->drafts.at(question->focus);
    const auto* text = std::get_if<TextDraft>(&field.draft);
    const auto* item = model.setup.pack->item(field.item);
    // What was typed since has questions and answers of its own.
    if (!text || !item || field.item != suggested.item || suggestible(*item, *text) != suggested.from) return;
    question->suggestions = {field.item, suggested.from, std::move(suggested.instead)};
}

}  // namespace kiosk::steps
