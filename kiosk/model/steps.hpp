#pragma once

#include <optional>
#include <utility>

#include "kiosk/model/model.hpp"

// What update() does with each event, by the part of the way it belongs to. Each ignores what its screen did
// not ask for.
namespace kiosk::steps {

/// Commands hold a move-only PIN, so they cannot come from an initializer list.
template <class... Wanted>
[[nodiscard]] Commands commands(Wanted&&... wanted) {
    Commands list;
    (list.emplace_back(std::forward<Wanted>(wanted)), ...);
    return list;
}

/// What forms needs to know besides the facts.
[[nodiscard]] forms::Context context_of(const Model& model);
/// The grieving get four times the usual time: those whose life event opens with a line of condolence.
[[nodiscard]] int patience(const Model& model);
/// Forgets the visitor: nothing of the model but the setup survives.
[[nodiscard]] Commands forget(Model& model, Moment now);
/// What the passing of next_deadline() means; nothing before it.
Commands deadline_passed(Model& model, Moment now);
/// Asks for the card; `trouble` says what went wrong before.
[[nodiscard]] Commands ask_for_card(Model& model, std::optional<cardreader::Error> trouble = std::nullopt);

// The card (card_steps.cpp)
Commands card_seen(Model& model, const event::CardSeen& seen);
Commands tries_answered(Model& model, const event::TriesAnswered& answered);
Commands card_read(Model& model, const event::CardRead& read);
Commands without_card(Model& model);
Commands number_b_instead(Model& model);
Commands secret_entered(Model& model, Moment now);
Commands holder_confirmed(Model& model);
/// もどる from what the card said: somebody else's card is laid.
Commands another_card(Model& model);
/// もどる from the first question.
Commands back_to_card(Model& model);
Commands reading_took_too_long(Model& model);

// Typing (typing.cpp)
void digit_pressed(Model& model, char digit);
void digit_erased(Model& model);
void digits_cleared(Model& model);
void answer_picked(Question& question, const event::AnswerPicked& picked);
void none_picked(Question& question);
void unknown_picked(Question& question);
void era_picked(Question& question, const event::EraPicked& picked);
void date_part_focused(Question& question, const event::DatePartFocused& focused);
void item_focused(Question& question, const event::ItemFocused& focused);
/// A text changed; asks for suggestions where its end is kana or a postal code that can become something
/// else (suggestible.hpp).
[[nodiscard]] Commands text_edited(Model& model, Question& question, const event::TextEdited& edited);
void writing_suggested(Model& model, event::WritingSuggested suggested);

// Resting (resting.cpp)
[[nodiscard]] Commands rest(Model& model, Moment now);
void number_reserved(Model& model, const event::NumberReserved& reserved);
void rest_number_noted(Model& model);
/// 続ける on the resting screen: back to the visit, if the number asked for is the right one.
[[nodiscard]] Commands rest_over(Model& model);
/// The pad while the number is asked for. False: nobody rests, the keys are for the screen.
[[nodiscard]] bool rest_digit(Model& model, char digit);
[[nodiscard]] bool rest_erased(Model& model, bool all);
/// What a person may do on the resting screen; anything else would show the visit to whoever stands there.
[[nodiscard]] bool allowed_at_rest(const Event& event);

// The interview (interview_steps.cpp)
/// The first page after the card; after もどる to the card, the first page seen before.
void begin_interview(Model& model);
/// 次へ on the last page of the results.
void results_read(Model& model);
/// The next page after the one shown: a question, the results or the review.
void go_on(Model& model);
/// もどる from a question, the results or the review.
Commands go_back(Model& model);
/// 次へ on a question. `sure` when what the change undoes has been told and accepted.
void answered(Model& model, bool sure);
void change_withdrawn(Model& model);
/// もどる from "could not be stored": the review.
Commands back_from_trouble(Model& model);
void fix(Model& model, const event::FixChosen& chosen);
void page_turned(Model& model, const event::PageTurned& turned);

/// Whether the answers are of no family there can be; then the question to mend is on the screen, and no
/// paper is made.
[[nodiscard]] bool asked_again(Model& model);

// Store and paper (delivery_steps.cpp)
/// この内容で申請書を作る, and the same again after trouble.
Commands submit(Model& model, Moment now);
Commands accepted(Model& model, const event::Accepted& accepted, Moment now);
Commands accept_failed(Model& model, const event::AcceptFailed& failed, Moment now);
Commands paper_moved(Model& model, const event::PaperMoved& moved);
Commands printer_changed(Model& model, const event::PrinterChanged& changed, Moment now);
Commands printing_left(Model& model);
Commands slip_again(Model& model);

}  // namespace kiosk::steps
