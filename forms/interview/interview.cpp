#include "forms/interview/interview.hpp"

#include <algorithm>

#include "forms/interview/agenda.hpp"
#include "forms/interview/board.hpp"
#include "forms/interview/step.hpp"
#include "forms/interview/words.hpp"

namespace forms {
namespace {

/// Whether a fact's cell is the one that counts.
bool counts(const Pack& pack, const Board& board, const std::string& key) {
    const auto leaf = told_leaf(pack.rules.vocabulary, board.situation, key);
    if (!leaf) return false;
    const auto cell = cell_of(pack.rules, board.situation, *leaf);
    return cell != kUnsaid && cell != kOutOfReach;
}

void add_computed(const Pack& pack, const Board& board, std::uint32_t number, Facts& facts) {
    const auto& vocabulary = pack.rules.vocabulary;
    const auto& term = vocabulary.terms[number];
    const auto add = [&](std::int8_t person) {
        const Leaf leaf{number, person};
        const auto value = value_of(vocabulary, term, cell_of(pack.rules, board.situation, leaf));
        if (value) facts.set(key_of(pack, board.situation, leaf), {value, Provenance::Computed});
    };
    if (term.role == kNoRole) return add(-1);
    const auto persons = board.situation.people[static_cast<std::size_t>(term.role)].numbers.size();
    for (std::size_t i = 0; i < persons; ++i) add(static_cast<std::int8_t>(i));
}

Facts reachable_facts(const Pack& pack, const Board& board, const Facts& facts) {
    Facts result;
    for (const auto& [key, fact] : facts)
        if (counts(pack, board, key)) result.set(key, fact);
    for (std::uint32_t i = 0; i < pack.rules.vocabulary.terms.size(); ++i) {
        const auto& term = pack.rules.vocabulary.terms[i];
        if (!term.condition && (term.has_rule || i == pack.plan.visit_date))
            add_computed(pack, board, i, result);
    }
    return result;
}

QuestionState state_of(const Pack& pack, const Agenda& agenda, const Ask& ask,
                       const std::optional<Ask>& next) {
    const auto& board = agenda.board();
    const auto& told = agenda.told();
    const auto gate = board.gates[pack.plan.questions[ask.question].place + ask.person];
    bool said = false;
    bool unsaid = false;
    bool only_unknown = true;
    for (const auto term : pack.plan.questions[ask.question].terms) {
        const auto role = pack.rules.vocabulary.terms[term].role;
        const Leaf leaf{term, role == kNoRole ? std::int8_t{-1} : static_cast<std::int8_t>(ask.person)};
        const bool beyond =
            role != kNoRole && ask.person >= told.cells.people[static_cast<std::size_t>(role)].numbers.size();
        const auto cell = beyond ? kUnsaid : cell_of(pack.rules, told.cells, leaf);
        said = said || cell != kUnsaid;
        unsaid = unsaid || cell == kUnsaid;
        only_unknown = only_unknown && cell == kSaidUnknown;
    }
    const bool answered = agenda.answered(ask);
    if (!is_open(gate)) return said && !answered ? QuestionState::Suspended : QuestionState::Unreachable;
    if (next && next->question == ask.question && next->person == ask.person) return QuestionState::Next;
    if (agenda.wanted(ask) != Want::No) return QuestionState::Open;
    if (said && !answered) return QuestionState::Supplied;
    if (!said) return QuestionState::NotNeeded;
    return only_unknown && !unsaid ? QuestionState::SaidUnknown : QuestionState::Answered;
}

}  // namespace

std::vector<Decision> decide(const Pack& pack, const Context& context, const Facts& facts) {
    const Agenda agenda(pack, read_told(pack, context, facts));
    Phrases phrases;
    std::vector<Decision> decisions;
    decisions.reserve(agenda.verdicts().size());
    for (std::size_t i = 0; i < agenda.verdicts().size(); ++i)
        decisions.push_back(decision_of(agenda, i, phrases));
    return decisions;
}

std::optional<Step> next_step(const Pack& pack, const Context& context, const Facts& facts) {
    return step_of(Agenda(pack, read_told(pack, context, facts)));
}

Facts reachable(const Pack& pack, const Context& context, const Facts& facts) {
    return reachable_facts(pack, work_out(pack, read_told(pack, context, facts)), facts);
}

std::vector<Standing> survey(const Pack& pack, const Context& context, const Facts& facts) {
    const Agenda agenda(pack, read_told(pack, context, facts));
    const auto next = agenda.next();
    std::vector<Standing> standings;
    for (std::uint32_t i = 0; i < pack.questions.size(); ++i)
        for (std::uint32_t person = 0; person < agenda.board().persons[i]; ++person) {
            const Ask ask{i, person};
            const auto number = person_number(agenda, ask);
            standings.push_back(
                {&pack.questions[i], number, keys_of(pack, i, number), state_of(pack, agenda, ask, next)});
        }
    return standings;
}

std::vector<Change> what_changes(const Pack& pack, const Context& context, const Facts& before,
                                 const Facts& after) {
    std::vector<Change> changes;
    const auto was = decide(pack, context, before);
    const auto now = decide(pack, context, after);
    for (std::size_t i = 0; i < was.size() && i < now.size(); ++i) {
        const auto* procedure = pack.procedure(was[i].procedure, context.today);
        const auto name = procedure ? procedure->name : Text{};
        if (was[i].outcome != now[i].outcome) {
            changes.push_back(
                {Change::Kind::OutcomeChanged, was[i].procedure, name, was[i].outcome, now[i].outcome});
        } else if (was[i].deadline != now[i].deadline) {
            changes.push_back(
                {Change::Kind::DeadlineChanged, was[i].procedure, name, was[i].outcome, now[i].outcome});
        }
    }
    const auto counted = reachable(pack, context, before);
    const auto counts_now = reachable(pack, context, after);
    for (const auto& [key, fact] : after) {
        const auto* old = before.find(key);
        if (!old || *old != fact) continue;  // edited itself: that is no surprise
        const bool did = counted.find(key) != nullptr;
        const bool does = counts_now.find(key) != nullptr;
        if (did == does) continue;
        const auto* item = pack.item(key);
        changes.push_back({did ? Change::Kind::AnswerSuspended : Change::Kind::AnswerRestored,
                           key,
                           item ? item->label : Text{},
                           {},
                           {}});
    }
    return changes;
}

}  // namespace forms
