#include "kiosk/model/deadlines.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/model/overloaded.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk {

namespace steps {

forms::Context context_of(const Model& model) {
    return {.event = model.visit.event, .today = model.visit.today};
}

int patience(const Model& model) {
    const auto* life_event = model.setup.pack ? model.setup.pack->event(model.visit.event) : nullptr;
    return life_event && !life_event->condolence.empty() ? kGrievingPatience : 1;
}

Commands forget(Model& model, Moment now) {
    auto wanted = commands(command::UnwatchCard{model.visit.id}, command::Forget{model.visit.id});
    const auto next = static_cast<VisitId>(static_cast<std::uint32_t>(model.visit.id) + 1);
    model = Model{.setup = model.setup, .visit = {.id = next}, .touched = now};
    return wanted;
}

}  // namespace steps

namespace {

using namespace steps;

Commands call_staff(Model& model, command::CallReason reason, Moment now) {
    // Closing the panel must not uncover what somebody hid before leaving.
    if (!std::holds_alternative<Resting>(model.overlay)) model.overlay = StaffCalled{.since = now};
    return commands(command::CallStaff{model.visit.id, reason});
}

// --- what the person did ---

Commands on(Model& model, const event::Touched&, Moment now) {
    if (auto* time_out = std::get_if<TimeOut>(&model.overlay))
        time_out->closes_at = now + kReactWithin * patience(model);
    return {};
}

Commands on(Model& model, const event::LifeEventChosen& chosen, Moment now) {
    const auto* life_event = model.setup.pack ? model.setup.pack->event(chosen.id) : nullptr;
    if (!life_event || !std::holds_alternative<Start>(model.screen)) return {};
    if (!life_event->available) return call_staff(model, command::CallReason::Asked, now);
    model.visit.event = chosen.id;
    model.visit.today = model.setup.today;
    return ask_for_card(model);
}

Commands on(Model& model, const event::LanguageChosen& chosen, Moment) {
    model.preferences.language = chosen.id;
    model.overlay = {};
    return {};
}
Commands on(Model& model, const event::TextSizeChosen& chosen, Moment) {
    model.preferences.text_percent = chosen.percent;
    return {};
}
Commands on(Model& model, const event::RubyToggled&, Moment) {
    model.preferences.ruby = !model.preferences.ruby;
    return {};
}
Commands on(Model& model, const event::ContrastToggled&, Moment) {
    model.preferences.high_contrast = !model.preferences.high_contrast;
    return {};
}
Commands on(Model& model, const event::VoiceToggled&, Moment) {
    model.preferences.voice = model.setup.has_voice && !model.preferences.voice;
    return {};
}
Commands on(Model& model, const event::LanguagePanelOpened&, Moment) {
    model.overlay = LanguagePanel{};
    return {};
}
Commands on(Model& model, const event::TextSizePanelOpened&, Moment) {
    model.overlay = TextSizePanel{};
    return {};
}
Commands on(Model& model, const event::PanelClosed&, Moment) {
    model.overlay = {};
    return {};
}

Commands on(Model& model, const event::BackPressed&, Moment now) {
    return std::visit(
        Overloaded{
            [&](const PlaceCard&) { return forget(model, now); },
            [&](const EnterPin&) { return forget(model, now); },
            [&](const EnterNumberB&) {
                model.screen = EnterPin{};
                return commands(command::ReadTries{model.visit.id, cardreader::Entry::ByPin});
            },
            [&](const ConfirmCard&) { return another_card(model); },
            [&](const Question&) { return go_back(model); }, [&](const Results&) { return go_back(model); },
            [&](const Review&) { return go_back(model); },
            [&](const Trouble&) { return back_from_trouble(model); },
            [](const auto&) { return Commands{}; },  // nothing to go back to
        },
        model.screen);
}

Commands on(Model& model, const event::NextPressed&, Moment now) {
    return std::visit(Overloaded{
                          [&](const EnterPin&) { return secret_entered(model, now); },
                          [&](const EnterNumberB&) { return secret_entered(model, now); },
                          [&](const ConfirmCard&) { return holder_confirmed(model); },
                          [&](const Question&) {
                              answered(model, false);
                              return Commands{};
                          },
                          [&](const Results&) {
                              results_read(model);
                              return Commands{};
                          },
                          [&](const Review&) { return submit(model, now); },
                          [&](const Finish&) { return forget(model, now); },
                          [](const auto&) { return Commands{}; },  // no primary there
                      },
                      model.screen);
}

Commands on(Model& model, const event::StaffButtonPressed&, Moment now) {
    return call_staff(model, command::CallReason::Asked, now);
}
Commands on(Model& model, const event::RestPressed&, Moment now) {
    return rest(model, now);
}
Commands on(Model& model, const event::RestNumberNoted&, Moment) {
    rest_number_noted(model);
    return {};
}
Commands on(Model& model, const event::StopPressed&, Moment) {
    model.overlay = StopAsked{};
    return {};
}
Commands on(Model& model, const event::StopConfirmed&, Moment now) {
    if (!std::holds_alternative<StopAsked>(model.overlay)) return {};
    auto wanted = printing_left(model);  // nothing personal comes out once its owner has gone
    for (auto& more : forget(model, now)) wanted.push_back(std::move(more));
    return wanted;
}
Commands on(Model& model, const event::ContinuePressed&, Moment) {
    if (std::holds_alternative<Resting>(model.overlay)) return rest_over(model);
    model.overlay = {};
    return {};
}

Commands on(Model& model, const event::NoCardChosen&, Moment) {
    return without_card(model);
}
Commands on(Model& model, const event::PinForgotten&, Moment) {
    return number_b_instead(model);
}
Commands on(Model& model, const event::CardDisputed&, Moment now) {
    if (!std::holds_alternative<ConfirmCard>(model.screen)) return {};
    model.visit.card_disputed = true;
    return call_staff(model, command::CallReason::Card, now);
}

Commands on(Model& model, const event::DigitPressed& pressed, Moment) {
    if (!rest_digit(model, pressed.digit)) digit_pressed(model, pressed.digit);
    return {};
}
Commands on(Model& model, const event::DigitErased&, Moment) {
    if (!rest_erased(model, false)) digit_erased(model);
    return {};
}
Commands on(Model& model, const event::DigitsCleared&, Moment) {
    if (!rest_erased(model, true)) digits_cleared(model);
    return {};
}

/// For acts on a question: nothing happens elsewhere, nor while a change waits to be confirmed.
template <class Act>
Commands on_question(Model& model, Act act) {
    if (auto* question = std::get_if<Question>(&model.screen); question && question->undoing.empty())
        act(*question);
    return {};
}
Commands on(Model& model, const event::AnswerPicked& e, Moment) {
    return on_question(model, [&](Question& question) { answer_picked(question, e); });
}
Commands on(Model& model, const event::NonePicked&, Moment) {
    return on_question(model, none_picked);
}
Commands on(Model& model, const event::UnknownPicked&, Moment) {
    return on_question(model, [&](Question& question) {
        const auto* asked = model.setup.pack->question(question.question);
        if (asked && asked->unknown) unknown_picked(question);
    });
}
Commands on(Model& model, const event::EraPicked& e, Moment) {
    return on_question(model, [&](Question& question) { era_picked(question, e); });
}
Commands on(Model& model, const event::DatePartFocused& e, Moment) {
    return on_question(model, [&](Question& question) { date_part_focused(question, e); });
}
Commands on(Model& model, const event::ItemFocused& e, Moment) {
    return on_question(model, [&](Question& question) { item_focused(question, e); });
}
Commands on(Model& model, const event::TextEdited& e, Moment) {
    Commands wanted;
    (void)on_question(model, [&](Question& question) { wanted = text_edited(model, question, e); });
    return wanted;
}

Commands on(Model& model, const event::PageTurned& turned, Moment) {
    page_turned(model, turned);
    return {};
}
Commands on(Model& model, const event::FixChosen& chosen, Moment) {
    fix(model, chosen);
    return {};
}
Commands on(Model& model, const event::ChangeConfirmed&, Moment) {
    answered(model, true);
    return {};
}
Commands on(Model& model, const event::ChangeWithdrawn&, Moment) {
    change_withdrawn(model);
    return {};
}
Commands on(Model& model, const event::PrintingLeft&, Moment) {
    return printing_left(model);
}
Commands on(Model& model, const event::SlipAgainPressed&, Moment) {
    return slip_again(model);
}
Commands on(Model& model, const event::RetryPressed&, Moment now) {
    if (!std::holds_alternative<Trouble>(model.screen)) return {};
    return submit(model, now);
}

// --- what the workers found: ignored when its visitor has left ---

template <class Answer, class Act>
Commands if_still_here(Model& model, const Answer& answer, Act act) {
    if (answer.visit != model.visit.id) return {};
    return act();
}
Commands on(Model& model, const event::CardSeen& e, Moment) {
    return if_still_here(model, e, [&] { return card_seen(model, e); });
}
Commands on(Model& model, const event::TriesAnswered& e, Moment) {
    return if_still_here(model, e, [&] { return tries_answered(model, e); });
}
Commands on(Model& model, const event::CardRead& e, Moment) {
    return if_still_here(model, e, [&] { return card_read(model, e); });
}
Commands on(Model& model, const event::WritingSuggested& e, Moment) {
    return if_still_here(model, e, [&] {
        writing_suggested(model, e);
        return Commands{};
    });
}
Commands on(Model& model, const event::NumberReserved& e, Moment) {
    return if_still_here(model, e, [&] {
        number_reserved(model, e);
        return Commands{};
    });
}
Commands on(Model& model, const event::Accepted& e, Moment now) {
    return if_still_here(model, e, [&] { return accepted(model, e, now); });
}
Commands on(Model& model, const event::AcceptFailed& e, Moment now) {
    return if_still_here(model, e, [&] { return accept_failed(model, e, now); });
}
Commands on(Model& model, const event::PaperMoved& e, Moment) {
    return if_still_here(model, e, [&] { return paper_moved(model, e); });
}
Commands on(Model& model, const event::PrinterChanged& e, Moment now) {
    return if_still_here(model, e, [&] { return printer_changed(model, e, now); });
}

// --- what the clock said ---

Commands on(Model& model, const event::TimePassed&, Moment now) {
    return deadline_passed(model, now);
}
Commands on(Model& model, const event::DayBegan& began, Moment) {
    model.setup.today = began.today;
    return {};
}
Commands on(Model& model, const event::VoiceFound& voice, Moment) {
    model.setup.has_voice = voice.found;
    model.preferences.voice = model.preferences.voice && voice.found;
    return {};
}
Commands on(Model& model, const event::PackJudged& judged, Moment now) {
    const auto* trouble = std::get_if<Trouble>(&model.screen);
    const bool closed = trouble && trouble->kind == TroubleKind::PackBroken;
    if (judged.usable == !closed) return {};
    auto wanted = forget(model, now);
    if (!judged.usable) model.screen = Trouble{.kind = TroubleKind::PackBroken, .since = now};
    return wanted;
}

/// Whether a person did it; only that counts against the time-out.
bool done_by_person(const Event& event) {
    using namespace event;
    return !std::visit(
        []<class E>(const E&) {
            return std::is_same_v<E, CardSeen> || std::is_same_v<E, TriesAnswered> ||
                   std::is_same_v<E, CardRead> || std::is_same_v<E, WritingSuggested> ||
                   std::is_same_v<E, NumberReserved> || std::is_same_v<E, Accepted> ||
                   std::is_same_v<E, AcceptFailed> || std::is_same_v<E, PaperMoved> ||
                   std::is_same_v<E, PrinterChanged> || std::is_same_v<E, TimePassed> ||
                   std::is_same_v<E, DayBegan> || std::is_same_v<E, VoiceFound> ||
                   std::is_same_v<E, PackJudged>;
        },
        event);
}

}  // namespace

Commands update(Model& model, const Event& event, Moment now) {
    if (done_by_person(event)) {
        model.touched = now;
        if (std::holds_alternative<Resting>(model.overlay) && !allowed_at_rest(event)) return {};
    }
    return std::visit([&](const auto& happened) { return on(model, happened, now); }, event);
}

}  // namespace kiosk
