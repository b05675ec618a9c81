#include "forms/facts/date.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk::steps {

namespace {

bool about_the_secret(cardreader::Errc code) {
    using enum cardreader::Errc;
    return code == WrongPin || code == PinAtRisk || code == PinLocked;
}

template <class Pad>
Commands open_pad(Model& model, cardreader::Entry entry) {
    model.screen = Pad{};
    return commands(command::ReadTries{model.visit.id, entry});
}

forms::Facts facts_from(const cardreader::FourItems& holder) {
    forms::Facts facts;
    const auto put = [&](const char* key, forms::Value value) {
        facts.set(key, {std::move(value), forms::Provenance::Card});
    };
    if (!holder.name.empty()) put("applicant.name", holder.name);
    if (!holder.address.empty()) put("applicant.address", holder.address);
    if (const auto born = forms::date_from_iso(holder.birth_date)) put("applicant.birth_date", *born);
    // JIS X 0303 as the card holds it (facts/card.md 1.2); 0 and anything else is left to be asked.
    if (holder.sex == '1') put("applicant.sex", std::string("male"));
    if (holder.sex == '2') put("applicant.sex", std::string("female"));
    if (holder.sex == '9') put("applicant.sex", std::string("other"));
    return facts;
}

/// Sets the result of asking for the tries on whichever pad is open.
template <class Pad>
Commands tell_tries(Model& model, Pad& pad, const event::TriesAnswered& answered) {
    if (!answered.tries_left) return ask_for_card(model, answered.tries_left.error());
    pad.tries_left = *answered.tries_left;
    if (*answered.tries_left == 0) pad.trouble = cardreader::Error{.code = cardreader::Errc::PinLocked};
    return {};
}

}  // namespace

Commands ask_for_card(Model& model, std::optional<cardreader::Error> trouble) {
    model.screen = PlaceCard{.trouble = trouble};
    return commands(command::WatchCard{model.visit.id});
}

Commands card_seen(Model& model, const event::CardSeen& seen) {
    const bool present = seen.presence && *seen.presence == event::Presence::Present;
    if (auto* confirm = std::get_if<ConfirmCard>(&model.screen)) confirm->card_present = present;
    if (auto* place = std::get_if<PlaceCard>(&model.screen)) {
        if (!seen.presence) {
            place->trouble = seen.presence.error();
        } else if (present && !place->lift_first) {
            return open_pad<EnterPin>(model, cardreader::Entry::ByPin);
        } else if (!present) {
            // "Lift it and lay it again" has been followed; a failure of the machinery is over.
            place->lift_first = false;
        }
        return {};
    }
    const bool typing =
        std::holds_alternative<EnterPin>(model.screen) || std::holds_alternative<EnterNumberB>(model.screen);
    if (!typing || present) return {};
    const auto why =
        seen.presence ? cardreader::Error{.code = cardreader::Errc::CardRemoved} : seen.presence.error();
    model.screen = PlaceCard{.trouble = why};
    return {};
}

Commands tries_answered(Model& model, const event::TriesAnswered& answered) {
    if (auto* pad = std::get_if<EnterPin>(&model.screen); pad && answered.entry == cardreader::Entry::ByPin)
        return tell_tries(model, *pad, answered);
    if (auto* pad = std::get_if<EnterNumberB>(&model.screen);
        pad && answered.entry == cardreader::Entry::ByNumberB)
        return tell_tries(model, *pad, answered);
    return {};
}

Commands card_read(Model& model, const event::CardRead& read) {
    const auto* reading = std::get_if<Reading>(&model.screen);
    if (!reading) return {};
    if (read.holder) {
        model.screen = ConfirmCard{.holder = facts_from(*read.holder),
                                   .needs_eyes = !read.holder->needs_eyes.empty(),
                                   .authenticity = read.holder->authenticity};
        return {};
    }
    const auto& error = read.holder.error();
    if (!about_the_secret(error.code)) {
        auto asked = ask_for_card(model, error);
        // What still lies there has just failed: without lifting it the same would happen again at once.
        std::get<PlaceCard>(model.screen).lift_first =
            error.code != cardreader::Errc::CardRemoved && error.code != cardreader::Errc::NoCard;
        return asked;
    }
    if (reading->entry == cardreader::Entry::ByNumberB) {
        model.screen = EnterNumberB{.entry = {}, .tries_left = error.tries_left, .trouble = error};
    } else {
        model.screen = EnterPin{.entry = {}, .tries_left = error.tries_left, .trouble = error};
    }
    return {};
}

Commands reading_took_too_long(Model& model) {
    auto asked = ask_for_card(model, cardreader::Error{.code = cardreader::Errc::CardSilent});
    std::get<PlaceCard>(model.screen).lift_first = true;
    return asked;
}

Commands without_card(Model& model) {
    if (!std::holds_alternative<PlaceCard>(model.screen) && !std::holds_alternative<EnterPin>(model.screen) &&
        !std::holds_alternative<EnterNumberB>(model.screen))
        return {};
    model.visit.identity = Identity::Typed;
    begin_interview(model);
    return commands(command::UnwatchCard{model.visit.id});
}

Commands number_b_instead(Model& model) {
    if (!std::holds_alternative<EnterPin>(model.screen)) return {};
    return open_pad<EnterNumberB>(model, cardreader::Entry::ByNumberB);
}

Commands secret_entered(Model& model, Moment now) {
    if (auto* pad = std::get_if<EnterPin>(&model.screen)) {
        auto pin = pad->entry.take();
        if (!pin) return {};
        model.screen = Reading{.since = now, .entry = cardreader::Entry::ByPin};
        return commands(command::ReadCard{model.visit.id, std::move(*pin)});
    }
    if (auto* pad = std::get_if<EnterNumberB>(&model.screen)) {
        auto number = pad->entry.take();
        if (!number) return {};
        model.screen = Reading{.since = now, .entry = cardreader::Entry::ByNumberB};
        return commands(command::ReadCard{model.visit.id, std::move(*number)});
    }
    return {};
}

Commands holder_confirmed(Model& model) {
    const auto* confirm = std::get_if<ConfirmCard>(&model.screen);
    if (!confirm) return {};
    for (const auto& [key, fact] : confirm->holder) model.visit.facts.set(key, fact);
    model.visit.needs_eyes = confirm->needs_eyes;
    model.visit.authenticity = confirm->authenticity;
    model.visit.identity = Identity::Card;
    begin_interview(model);
    return commands(command::UnwatchCard{model.visit.id});
}

Commands another_card(Model& model) {
    const auto* confirm = std::get_if<ConfirmCard>(&model.screen);
    if (!confirm) return {};
    const bool still_there = confirm->card_present;
    auto asked = ask_for_card(model);
    std::get<PlaceCard>(model.screen).lift_first = still_there;
    return asked;
}

Commands back_to_card(Model& model) {
    auto& visit = model.visit;
    if (visit.identity != Identity::Card) {
        visit.identity = Identity::NotYet;
        return ask_for_card(model);
    }
    ConfirmCard confirm{.holder = {},
                        .needs_eyes = visit.needs_eyes,
                        .authenticity = visit.authenticity,
                        .card_present = false};
    for (const auto& [key, fact] : visit.facts)
        if (fact.from == forms::Provenance::Card) confirm.holder.set(key, fact);
    model.screen = std::move(confirm);
    return {};
}

}  // namespace kiosk::steps
