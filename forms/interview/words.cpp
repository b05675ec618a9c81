#include "forms/interview/words.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/pack/value_words.hpp"
#include "forms/rules/deadline.hpp"

namespace forms {
namespace {

Text words(std::string ja, std::string en) {
    Text text;
    text.ja = std::move(ja);
    text.put("en", std::move(en));
    return text;
}

/// The same joining of two texts in every language of either.
template <class Join>
Text joined(const Text& a, const Text& b, Join join) {
    Text result;
    result.ja = join(a.ja, b.ja, std::string_view("ja"));
    const auto add = [&](const Text& from) {
        for (const auto& [language, unused] : from.others)
            if (!result.find(language))
                result.put(language, join(a.in(language), b.in(language), std::string_view(language)));
    };
    add(a);
    add(b);
    return result;
}

bool japanese(std::string_view language) {
    return language == "ja" || language == "easy";
}

const Item* item_of(const Pack& pack, const Leaf& leaf) {
    const auto number = pack.plan.items_of_terms[leaf.term];
    return number == kNoNode ? nullptr : &pack.items[number];
}

Reason reason_of(const Pack& pack, const Board& board, const Leaf& leaf) {
    Reason reason;
    const auto& term = pack.rules.vocabulary.terms[leaf.term];
    const auto* item = item_of(pack, leaf);
    const auto value = value_of(pack.rules.vocabulary, term, cell_of(pack.rules, board.situation, leaf));
    const auto in_words = item ? value_words(*item, value) : Text{};
    reason.words = joined(label_of(pack, leaf), in_words,
                          [](const auto& label, const auto& said, std::string_view language) {
                              return label + (japanese(language) ? "：" : ": ") + said;
                          });
    reason.items = {key_of(pack, board.situation, leaf)};
    return reason;
}

/// Who can tell: the question's own note, the record, or the clerk at hand.
Text who_tells(const Pack& pack, const Item* item, const Leaf& leaf, bool asked_later) {
    if (asked_later) return words("このあとの質問でうかがいます", "A later question asks this");
    for (const auto question : pack.plan.questions_of_term[leaf.term])
        if (!pack.questions[question].unknown_note.empty()) return pack.questions[question].unknown_note;
    const bool recorded =
        item && std::ranges::find(item->supplied_by, Provenance::Record) != item->supplied_by.end();
    if (recorded) return words("職員が記録で確かめます", "A clerk checks the records");
    return words("窓口の職員が一緒に確かめます", "A clerk at the counter checks this with you");
}

std::vector<Missing> missing_of(const Pack& pack, const Board& board, const std::vector<Leaf>& leaves,
                                bool open, Phrases& phrases) {
    std::vector<Missing> result;
    result.reserve(leaves.size());
    for (const auto& leaf : leaves) {
        const bool answered = cell_of(pack.rules, board.situation, leaf) == kSaidUnknown;
        const bool later = open && !answered && !pack.plan.questions_of_term[leaf.term].empty();
        result.push_back(phrases.missing(pack, board, leaf, later));
        result.back().answered = answered;
    }
    return result;
}

Text unit_words(int value, PeriodUnit unit) {
    const auto plural = value == 1 ? "" : "s";
    switch (unit) {
        case PeriodUnit::Days:
            return words(fmt::format("{}日", value), fmt::format("{} day{}", value, plural));
        case PeriodUnit::Months:
            return words(fmt::format("{}か月", value), fmt::format("{} month{}", value, plural));
        case PeriodUnit::Years:
            return words(fmt::format("{}年", value), fmt::format("{} year{}", value, plural));
    }
    return {};
}

Text rule_words(const Pack& pack, const DeadlineRule& rule) {
    if (!rule.words.empty()) return rule.words;
    const auto* item = pack.item(rule.from);
    if (!item) return {};
    const bool same_day = rule.counting == Counting::SameDay;
    return joined(item->label, unit_words(rule.value, rule.unit),
                  [&](const auto& from, const auto& period, std::string_view language) {
                      if (!japanese(language))
                          return fmt::format("within {} {} {}", period,
                                             same_day ? "counting" : "from the day after", from);
                      return fmt::format("{}{}{}以内", from, same_day ? "を含めて" : "の翌日から", period);
                  });
}

void add_deadline(const Pack& pack, const Board& board, const Procedure& procedure, Decision& decision) {
    if (!procedure.deadline) return;
    const auto& rule = *procedure.deadline;
    decision.deadline_rule = rule_words(pack, rule);
    const auto* term = pack.rules.vocabulary.find(rule.from);
    if (!term || term->kind != Kind::Day || term->role != kNoRole) return;
    const auto start = board.situation.scalars[term->column];
    if (!is_known(start)) return;
    Deadline deadline;
    deadline.from = date_of_day(start);
    deadline.from_item = rule.from;
    deadline.by_calendar = last_day(deadline.from, rule.value, rule.unit, rule.counting);
    deadline.date = rule.roll == Roll::NextOpenDay ? next_open_day(deadline.by_calendar, pack.settings.closed)
                                                   : deadline.by_calendar;
    deadline.rule = decision.deadline_rule;
    decision.deadline = std::move(deadline);
}

std::optional<std::int64_t> amount_of(const Pack& pack, const Procedure& procedure) {
    if (procedure.amount_setting.empty()) return procedure.amount;
    const auto* setting = pack.settings.find(procedure.amount_setting);
    const auto* number = setting ? std::get_if<std::int64_t>(&setting->value) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

Text ask_words(const Procedure& procedure, const std::vector<Missing>& missing) {
    if (!procedure.ask_because.empty()) return procedure.ask_because;
    if (missing.empty()) return words("職員が確かめるため", "A clerk needs to check this");
    return joined(missing.front().label, {}, [](const auto& label, const auto&, std::string_view language) {
        return japanese(language) ? label + "がわからないため" : label + " is not known yet";
    });
}

}  // namespace

std::optional<Value> value_of(const Vocabulary& vocabulary, const Term& term, Cell cell) {
    if (!is_known(cell) || cell == kOtherText) return {};
    switch (term.kind) {
        case Kind::Bool:
            return Value{cell != 0};
        case Kind::Number:
            return Value{cell};
        case Kind::Day:
            return Value{date_of_day(cell)};
        case Kind::Choice:
        case Kind::Text:
            return Value{vocabulary.words[static_cast<std::size_t>(cell)]};
    }
    return {};
}

std::string key_of(const Pack& pack, const Situation& situation, const Leaf& leaf) {
    const auto& term = pack.rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) return term.key;
    const auto& numbers = situation.people[static_cast<std::size_t>(term.role)].numbers;
    return key_of_person(term.key, numbers[static_cast<std::size_t>(leaf.person)]);
}

Text label_of(const Pack& pack, const Leaf& leaf) {
    const auto* item = item_of(pack, leaf);
    if (!item) return {};
    const auto& term = pack.rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) return item->label;
    const auto* person = pack.person(pack.rules.vocabulary.roles[static_cast<std::size_t>(term.role)].id);
    if (!person) return item->label;
    return joined(person->label, item->label,
                  [&](const auto& who, const auto& what, std::string_view language) {
                      return japanese(language) ? fmt::format("{}（{}人目）の{}", who, leaf.person + 1, what)
                                                : fmt::format("{} {}: {}", who, leaf.person + 1, what);
                  });
}

const Missing& Phrases::missing(const Pack& pack, const Board& board, const Leaf& leaf, bool later) {
    const auto person = static_cast<std::uint64_t>(leaf.person + 1);
    const auto [place, added] =
        missing_.try_emplace(std::uint64_t{leaf.term} << 16U | person << 1U | (later ? 1U : 0U));
    if (added)
        place->second = {key_of(pack, board.situation, leaf), label_of(pack, leaf),
                         who_tells(pack, item_of(pack, leaf), leaf, later), false};
    return place->second;
}

Decision describe(const Pack& pack, const Board& board, std::uint32_t number, Cell verdict, bool open,
                  Phrases& phrases) {
    const auto& procedure = pack.procedures[number];
    const auto rule = pack.plan.procedures[number].applies_when;
    Decision decision;
    decision.procedure = procedure.id;
    decision.settled = !open;
    decision.outcome = !is_known(verdict) ? Outcome::Ask
                       : verdict != 0     ? Outcome::Applies
                                          : Outcome::DoesNotApply;

    std::vector<Leaf> leaves;
    if (decision.outcome == Outcome::Ask) {
        add_missing(pack.rules, rule, board.situation, {}, leaves);
        decision.missing = missing_of(pack, board, leaves, open, phrases);
        decision.reasons.push_back({ask_words(procedure, decision.missing), {}});
        decision.reasons.front().items.reserve(decision.missing.size());
        for (const auto& each : decision.missing) decision.reasons.front().items.push_back(each.item);
    } else {
        add_support(pack.rules, rule, board.situation, {}, leaves);
        if (decision.outcome == Outcome::Applies) decision.reasons.push_back({procedure.because, {}});
        for (const auto& leaf : leaves) {
            auto reason = reason_of(pack, board, leaf);
            if (decision.outcome == Outcome::Applies)
                decision.reasons.front().items.push_back(reason.items.front());
            decision.reasons.push_back(std::move(reason));
        }
    }
    if (decision.outcome == Outcome::DoesNotApply) return decision;
    add_deadline(pack, board, procedure, decision);
    decision.amount = amount_of(pack, procedure);
    return decision;
}

}  // namespace forms
