#include "forms/interview/live_board.hpp"

#include <algorithm>
#include <bit>

namespace forms {
namespace {

constexpr std::size_t kBits = 64;

/// Where the persons a count speaks of are missing from the facts, they get the next free numbers.
std::vector<int> numbers_up_to(std::vector<int> numbers, std::size_t count) {
    auto next = numbers.empty() ? 1 : numbers.back() + 1;
    while (numbers.size() < count) numbers.push_back(next++);
    numbers.resize(count);
    return numbers;
}

}  // namespace

LiveBoard::LiveBoard(const Pack& pack, Told told, const Dependents* dependents)
    : pack_(&pack), dependents_(dependents), told_(std::move(told)) {
    const auto& vocabulary = pack.rules.vocabulary;
    const auto& plan = pack.plan;
    board_.situation = nothing_known(vocabulary);
    board_.gates.assign(plan.places, kOutOfReach);
    board_.persons.assign(plan.questions.size(), 0);
    asked_.assign(vocabulary.terms.size(), 0);
    has_changed_.assign(vocabulary.terms.size(), 0);
    awake_.assign((plan.order.size() + kBits - 1) / kBits, 0);
    for (std::uint32_t i = 0; i < plan.questions.size(); ++i)
        if (in_event(i))
            for (const auto term : plan.questions[i].terms) asked_[term] = 1;
    for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i)
        if (vocabulary.terms[i].role == kNoRole && !vocabulary.terms[i].has_rule)
            board_.situation.scalars[vocabulary.terms[i].column] = effective(i, 0);
    for (std::size_t place = 0; place < plan.order.size(); ++place) wake_one(place);
    settle();
    forget_changes();
}

void LiveBoard::tell(const Leaf& leaf, Cell cell) {
    const auto& term = pack_->rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) {
        told_.cells.scalars[term.column] = cell;
        for (std::size_t role = 0; role < told_.cells.people.size() && is_known(cell); ++role)
            if (pack_->rules.vocabulary.roles[role].count_term == leaf.term)
                tell_persons(role, static_cast<std::size_t>(std::clamp<Cell>(cell, 0, kMaxPersons)));
        refresh(leaf.term, 0);
        return;
    }
    const auto role = static_cast<std::size_t>(term.role);
    const auto person = static_cast<std::size_t>(leaf.person);
    tell_persons(role, person + 1);
    told_.cells.people[role].cell(person, term.column) = cell;
    if (person < board_.situation.people[role].numbers.size()) refresh(leaf.term, person);
}

/// There are at least so many.
void LiveBoard::tell_persons(std::size_t role, std::size_t count) {
    auto& people = told_.cells.people[role];
    if (count <= people.numbers.size()) return;
    people.numbers = numbers_up_to(std::move(people.numbers), count);
    people.cells.resize(people.numbers.size() * people.columns, kUnsaid);
    if (dependents_) wake(dependents_->acts_of_role[role]);
}

void LiveBoard::settle() {
    const auto& order = pack_->plan.order;
    for (std::size_t word = 0; word < awake_.size(); ++word)
        while (awake_[word] != 0) {
            const auto place = word * kBits + static_cast<std::size_t>(std::countr_zero(awake_[word]));
            awake_[word] &= awake_[word] - 1;
            act(order[place]);
        }
}

void LiveBoard::forget_changes() {
    for (const auto term : changed_terms_) has_changed_[term] = 0;
    changed_terms_.clear();
    changed_gates_.clear();
}

void LiveBoard::act(const Plan::Act& act) {
    switch (act.kind) {
        case Plan::ActKind::Compute:
            return compute(act.index);
        case Plan::ActKind::Gate:
            return open_gate(act.index);
        case Plan::ActKind::Persons:
            return count_persons(act.index);
    }
}

void LiveBoard::compute(std::uint32_t number) {
    const auto& term = pack_->rules.vocabulary.terms[number];
    auto& situation = board_.situation;
    bool other = false;
    const auto put = [&](Cell& cell, const Whose& whose) {
        const auto now = evaluate(pack_->rules, term.computed, situation, whose);
        other = other || cell != now;
        cell = now;
    };
    if (term.role == kNoRole) {
        put(situation.scalars[term.column], {});
    } else {
        auto& people = situation.people[static_cast<std::size_t>(term.role)];
        Whose whose;
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[term.role] = static_cast<std::int8_t>(i);
            put(people.cell(i, term.column), whose);
        }
    }
    if (other) changed(number);
}

void LiveBoard::open_gate(std::uint32_t number) {
    if (!in_event(number)) return;
    const auto& question = pack_->plan.questions[number];
    const auto persons =
        question.role == kNoRole
            ? std::size_t{1}
            : board_.situation.people[static_cast<std::size_t>(question.role)].numbers.size();
    const std::size_t before = board_.persons[number];
    board_.persons[number] = static_cast<std::uint8_t>(persons);
    for (auto gone = persons; gone < before; ++gone) set_gate(number, gone, kOutOfReach);
    Whose whose;
    for (std::size_t i = 0; i < persons; ++i) {
        if (question.role != kNoRole) whose.person[question.role] = static_cast<std::int8_t>(i);
        const auto gate =
            question.when == kNoNode ? 1 : evaluate(pack_->rules, question.when, board_.situation, whose);
        set_gate(number, i, gate);
    }
}

void LiveBoard::set_gate(std::uint32_t number, std::size_t person, Cell now) {
    const auto& question = pack_->plan.questions[number];
    auto& gate = board_.gates[question.place + person];
    if (gate == now) return;
    const bool moved = is_open(gate) != is_open(now);
    gate = now;
    changed_gates_.push_back(number);
    if (!moved || person >= board_.persons[number]) return;
    for (const auto term : question.terms) refresh(term, person);
}

/// Once a count is reachable, the list holds that many persons and is complete.
void LiveBoard::count_persons(std::uint32_t role) {
    const auto& vocabulary = pack_->rules.vocabulary;
    const auto& told = told_.cells.people[role].numbers;
    const auto count_term = vocabulary.roles[role].count_term;
    if (!count_term) return take_persons(role, told, 1);
    const auto count = board_.situation.scalars[vocabulary.terms[*count_term].column];
    if (is_known(count))
        return take_persons(
            role, numbers_up_to(told, static_cast<std::size_t>(std::clamp<Cell>(count, 0, kMaxPersons))), 1);
    // Answers about persons whose number was taken back wait for it, unless a record told of them.
    const auto& supplied = told_.supplied.people[role].cells;
    const bool recorded = std::ranges::any_of(supplied, [](Cell cell) { return is_known(cell); });
    take_persons(role, recorded ? told : std::vector<int>{}, count);
}

void LiveBoard::take_persons(std::uint32_t role, std::vector<int> numbers, Cell complete) {
    const auto& vocabulary = pack_->rules.vocabulary;
    auto& people = board_.situation.people[role];
    if (people.numbers == numbers && people.complete == complete) return;
    people.numbers = std::move(numbers);
    people.complete = complete;
    people.cells.resize(people.numbers.size() * people.columns, kUnsaid);
    for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i) {
        const auto& term = vocabulary.terms[i];
        if (term.role != static_cast<int>(role)) continue;
        for (std::size_t person = 0; !term.has_rule && person < people.numbers.size(); ++person)
            people.cell(person, term.column) = effective(i, person);
        changed(i);
    }
    if (dependents_) wake(dependents_->acts_of_role[role]);
}

/// Puts the cell of a told term to what counts now.
void LiveBoard::refresh(std::uint32_t number, std::size_t person) {
    const auto& term = pack_->rules.vocabulary.terms[number];
    auto& cell = term.role == kNoRole
                     ? board_.situation.scalars[term.column]
                     : board_.situation.people[static_cast<std::size_t>(term.role)].cell(person, term.column);
    const auto now = effective(number, person);
    if (cell == now) return;
    cell = now;
    changed(number);
}

/// What no question of this event asks, or what a card, record or QR said, counts in any case. The rest is
/// out of reach until a gate lets it through.
Cell LiveBoard::effective(std::uint32_t number, std::size_t person) const {
    if (number == pack_->plan.visit_date) return told_.today;
    if (asked_[number] == 0 || supplied(number, person)) return told_cell(number, person);
    for (const auto question : pack_->plan.questions_of_term[number])
        if (in_event(question) && person < board_.persons[question] &&
            is_open(board_.gates[pack_->plan.questions[question].place + person]))
            return told_cell(number, person);
    return kOutOfReach;
}

Cell LiveBoard::told_cell(std::uint32_t number, std::size_t person) const {
    const auto& term = pack_->rules.vocabulary.terms[number];
    if (term.role == kNoRole) return told_.cells.scalars[term.column];
    const auto& people = told_.cells.people[static_cast<std::size_t>(term.role)];
    return person < people.numbers.size() ? people.cell(person, term.column) : kUnsaid;
}

bool LiveBoard::supplied(std::uint32_t number, std::size_t person) const {
    const auto& term = pack_->rules.vocabulary.terms[number];
    if (term.role == kNoRole) return is_known(told_.supplied.scalars[term.column]);
    const auto& people = told_.supplied.people[static_cast<std::size_t>(term.role)];
    return person < people.numbers.size() && is_known(people.cell(person, term.column));
}

void LiveBoard::changed(std::uint32_t term) {
    if (has_changed_[term] == 0) {
        has_changed_[term] = 1;
        changed_terms_.push_back(term);
    }
    if (dependents_) wake(dependents_->acts[term]);
}

void LiveBoard::wake(const std::vector<std::uint32_t>& acts) {
    for (const auto place : acts) wake_one(place);
}

void LiveBoard::wake_one(std::size_t place) {
    awake_[place / kBits] |= std::uint64_t{1} << place % kBits;
}

Board work_out(const Pack& pack, const Told& told) {
    return LiveBoard(pack, told).board();
}

}  // namespace forms
