#include "forms/interview/agenda.hpp"

#include <algorithm>

#include "forms/rules/explain.hpp"

namespace forms {

Agenda::Agenda(const Pack& pack, Told told, const Dependents* dependents)
    : pack_(&pack),
      dependents_(dependents),
      live_(pack, std::move(told), dependents),
      slots_(pack.rules.vocabulary),
      ready_(pack.plan.places),
      deferred_(pack.plan.places),
      paper_(pack) {
    const Date today{std::chrono::sys_days{std::chrono::days{live_.told().today}}};
    verdict_of_.assign(pack.procedures.size(), kNoNode);
    for (std::uint32_t i = 0; i < pack.procedures.size(); ++i) {
        if ((pack.plan.procedures[i].events & live_.told().event) == 0 || !pack.procedures[i].valid_on(today))
            continue;
        verdict_of_[i] = static_cast<std::uint32_t>(verdicts_.size());
        verdicts_.push_back({i, kUnsaid});
    }
    missing_.resize(verdicts_.size());
    is_stale_.assign(verdicts_.size(), 0);
    for (std::uint32_t i = 0; i < pack.plan.questions.size(); ++i)
        if (pack.plan.questions[i].always && live_.in_event(i)) always_.push_back(i);
    always_missing_.resize(always_.size());
    wanted_.assign(slots_.size(), 0);
    waits_for_.resize(pack.plan.places);
    in_looks_.assign(pack.plan.places, 0);
    for (std::uint32_t i = 0; i < verdicts_.size(); ++i) judge(i);
    for (std::uint32_t i = 0; i < always_.size(); ++i) insist(i);
    place_waiting();
    want_paper();
}

void Agenda::settle() {
    live_.settle();
    take_changes();
    live_.forget_changes();
    for (const auto verdict : stale_) {
        is_stale_[verdict] = 0;
        judge(verdict);
    }
    std::swap(judged_, stale_);
    stale_.clear();
    for (std::uint32_t i = 0; i < always_.size(); ++i) insist(i);
    place_waiting();
    // While something still decides nobody asks for what only paper needs.
    if (!ready_.first() && !deferred_.first()) want_paper();
}

/// Whatever rests on a changed term, or stands behind a changed gate, is looked at again.
void Agenda::take_changes() {
    for (const auto term : live_.changed_terms()) {
        for (const auto procedure : dependents_->procedures[term]) {
            const auto verdict = verdict_of_[procedure];
            if (verdict == kNoNode || is_stale_[verdict] != 0) continue;
            is_stale_[verdict] = 1;
            stale_.push_back(verdict);
        }
        for (const auto question : dependents_->questions[term]) look_at_all(question);
        for (const auto sheet : dependents_->sheets[term]) paper_.forget(sheet);
    }
    for (const auto question : live_.changed_gates()) look_at_all(question);
}

void Agenda::look_at_all(std::uint32_t question) {
    const auto role = pack_->plan.questions[question].role;
    const auto persons = role == kNoRole ? 1U : static_cast<std::uint32_t>(kMaxPersons);
    for (std::uint32_t person = 0; person < persons; ++person) look_at(question, person);
}

void Agenda::look_at(std::uint32_t question, std::uint32_t person) {
    const auto place = pack_->plan.questions[question].place + person;
    if (in_looks_[place] != 0) return;
    in_looks_[place] = 1;
    looks_.push_back({question, person});
}

/// The value of a procedure's rule, and which answers it still waits for.
void Agenda::judge(std::uint32_t number) {
    auto& verdict = verdicts_[number];
    found_.clear();
    verdict.cell = evaluate(pack_->rules, pack_->plan.procedures[verdict.procedure].applies_when,
                            board().situation, {}, found_);
    keep_askable(live_, found_);
    replace(missing_[number], found_);
}

/// A question that is asked in any case waits for its own answers; they stand in their place among those
/// that decide.
void Agenda::insist(std::uint32_t number) {
    const auto question = always_[number];
    const auto& planned = pack_->plan.questions[question];
    found_.clear();
    if (planned.role != kNoRole && planned.when == kNoNode)
        if (const auto count =
                pack_->rules.vocabulary.roles[static_cast<std::size_t>(planned.role)].count_term)
            found_.push_back({*count, -1});
    for (std::uint32_t person = 0; person < board().persons[question]; ++person)
        if (is_open(board().gates[planned.place + person]))
            for (std::size_t which = 0; which < planned.terms.size(); ++which)
                found_.push_back(leaf_of(pack_->plan, {question, person}, which));
    keep_askable(live_, found_);
    replace(always_missing_[number], found_);
}

void Agenda::replace(Leaves& old, const Leaves& now) {
    if (old == now) return;
    for (const auto& leaf : now) count(leaf, 1);
    for (const auto& leaf : old) count(leaf, -1);
    old = now;
}

/// One rule more or less waits for an answer: with the first and the last, its questions are looked at.
void Agenda::count(const Leaf& leaf, int by) {
    auto& wanted = wanted_[slots_.of(leaf)];
    const bool before = wanted != 0;
    wanted = static_cast<std::uint16_t>(wanted + by);
    if (before == (wanted != 0)) return;
    for (const auto question : pack_->plan.questions_of_term[leaf.term])
        look_at(question, leaf.person < 0 ? 0U : static_cast<std::uint32_t>(leaf.person));
}

/// A deferred question passes its want on to what its gate waits for. Gates do not go round in circles, so
/// this ends.
void Agenda::place_waiting() {
    while (!looks_.empty()) {
        const auto ask = looks_.back();
        looks_.pop_back();
        in_looks_[place_of(pack_->plan, ask)] = 0;
        seat(ask);
    }
}

void Agenda::seat(const Ask& ask) {
    const auto place = place_of(pack_->plan, ask);
    const bool wanted =
        ask.person < board().persons[ask.question] && is_open(board().gates[place]) && wants_any(ask);
    found_.clear();
    if (wanted) gate_waits(live_, ask, found_);
    ready_.put(place, wanted && found_.empty());
    deferred_.put(place, wanted && !found_.empty());
    replace(waits_for_[place], found_);
}

bool Agenda::wants_any(const Ask& ask) const {
    const auto& terms = pack_->plan.questions[ask.question].terms;
    for (std::size_t which = 0; which < terms.size(); ++which)
        if (wanted_[slots_.of(leaf_of(pack_->plan, ask, which))] != 0) return true;
    return false;
}

void Agenda::want_paper() {
    papers_.clear();
    for (const auto& verdict : verdicts_)
        if (verdict.cell != 0) papers_.push_back(verdict.procedure);
    paper_.want(live_, slots_, papers_);
}

std::optional<Ask> Agenda::next() const {
    for (const auto* places : {&ready_, &deferred_, &paper_.ready, &paper_.deferred})
        if (const auto place = places->first()) return ask_at(pack_->plan, *place);
    return {};
}

Want Agenda::wanted(const Ask& ask) const {
    const auto place = place_of(pack_->plan, ask);
    if (ready_.has(place) || deferred_.has(place)) return Want::Decide;
    return paper_.ready.has(place) || paper_.deferred.has(place) ? Want::Paper : Want::No;
}

bool Agenda::answered(const Ask& ask) const {
    if (!is_open(board().gates[place_of(pack_->plan, ask)])) return false;
    for (std::size_t which = 0; which < pack_->plan.questions[ask.question].terms.size(); ++which) {
        const auto leaf = leaf_of(pack_->plan, ask, which);
        if (cell_of(pack_->rules, board().situation, leaf) == kUnsaid) continue;
        const auto& supplied = told().supplied;
        const auto role = pack_->rules.vocabulary.terms[leaf.term].role;
        const bool beyond =
            role != kNoRole && ask.person >= supplied.people[static_cast<std::size_t>(role)].numbers.size();
        if (beyond || !is_known(cell_of(pack_->rules, supplied, leaf))) return true;
    }
    return false;
}

int Agenda::answered_count() const {
    int count = 0;
    for (std::uint32_t i = 0; i < board().persons.size(); ++i)
        for (std::uint32_t person = 0; person < board().persons[i]; ++person)
            if (wanted({i, person}) == Want::No && answered({i, person})) ++count;
    return count;
}

int Agenda::wanted_count() const {
    int count = 0;
    for (std::uint32_t i = 0; i < board().persons.size(); ++i)
        for (std::uint32_t person = 0; person < board().persons[i]; ++person)
            if (wanted({i, person}) != Want::No) ++count;
    return count;
}

/// The slots that an answer fills or, by opening a gate, lets be filled.
std::vector<std::uint8_t> Agenda::targets_of(const Ask& ask) const {
    const auto& plan = pack_->plan;
    std::vector<std::uint8_t> targets(slots_.size(), 0);
    const auto aim = [&](const Ask& at) {
        for (std::size_t which = 0; which < plan.questions[at.question].terms.size(); ++which)
            targets[slots_.of(leaf_of(plan, at, which))] = 1;
    };
    const auto hit = [&](const Leaf& leaf) { return targets[slots_.of(leaf)] != 0; };
    aim(ask);
    std::vector<Leaf> gate;
    for (bool grew = true; grew;) {
        grew = false;
        for (std::uint32_t i = 0; i < board().persons.size(); ++i)
            for (std::uint32_t person = 0; person < board().persons[i]; ++person) {
                const Ask other{i, person};
                const auto place = place_of(plan, other);
                if (!deferred_.has(place) && !paper_.deferred.has(place)) continue;
                if (plan.questions[i].terms.empty() || hit(leaf_of(plan, other, 0))) continue;
                gate_waits(live_, other, gate);
                if (std::ranges::none_of(gate, hit)) continue;
                aim(other);
                grew = true;
            }
    }
    return targets;
}

std::vector<std::uint32_t> Agenda::why(const Ask& ask) const {
    const auto targets = targets_of(ask);
    const auto hit = [&](const Leaf& leaf) { return targets[slots_.of(leaf)] != 0; };
    std::vector<std::uint32_t> procedures;
    for (std::size_t i = 0; i < verdicts_.size(); ++i)
        if (std::ranges::any_of(missing_[i], hit)) procedures.push_back(verdicts_[i].procedure);
    if (!procedures.empty()) return procedures;
    auto paper = paper_;
    for (const auto& verdict : verdicts_)
        if (verdict.cell != 0 && std::ranges::any_of(paper.missing(live_, verdict.procedure), hit))
            procedures.push_back(verdict.procedure);
    return procedures;
}

}  // namespace forms
