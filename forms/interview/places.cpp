#include "forms/interview/places.hpp"

#include <algorithm>
#include <bit>

#include "forms/rules/explain.hpp"

namespace forms {

std::optional<std::size_t> Places::first() const {
    for (std::size_t word = 0; word < words_.size(); ++word)
        if (words_[word] != 0) return word * kBits + static_cast<std::size_t>(std::countr_zero(words_[word]));
    return {};
}

void Places::clear() {
    std::ranges::fill(words_, 0);
}

Ask ask_at(const Plan& plan, std::size_t place) {
    const auto after = std::ranges::upper_bound(plan.questions, place, {}, &PlannedQuestion::place);
    const auto question = static_cast<std::uint32_t>(after - plan.questions.begin()) - 1;
    return {question, static_cast<std::uint32_t>(place) - plan.questions[question].place};
}

Slots::Slots(const Vocabulary& vocabulary) {
    std::vector<std::uint32_t> first;
    size_ = vocabulary.columns;
    for (const auto& role : vocabulary.roles) {
        first.push_back(static_cast<std::uint32_t>(size_));
        size_ += static_cast<std::size_t>(kMaxPersons) * role.columns;
    }
    slots_.reserve(vocabulary.terms.size());
    for (const auto& term : vocabulary.terms) {
        if (term.role == kNoRole) {
            slots_.push_back({term.column, 0});
        } else {
            const auto role = static_cast<std::size_t>(term.role);
            slots_.push_back({first[role] + term.column, vocabulary.roles[role].columns});
        }
    }
}

void keep_askable(const LiveBoard& live, std::vector<Leaf>& leaves) {
    std::erase_if(leaves, [&](const Leaf& leaf) {
        return !live.asked(leaf.term) || cell_of(live.pack().rules, live.board().situation, leaf) != kUnsaid;
    });
}

void gate_waits(const LiveBoard& live, const Ask& ask, std::vector<Leaf>& leaves) {
    leaves.clear();
    const auto& plan = live.pack().plan;
    if (live.board().gates[place_of(plan, ask)] != kUnsaid) return;
    (void)evaluate(live.pack().rules, plan.questions[ask.question].when, live.board().situation,
                   whose_of(plan, ask), leaves);
    keep_askable(live, leaves);
}

Whose whose_of(const Plan& plan, const Ask& ask) {
    Whose whose;
    if (const auto role = plan.questions[ask.question].role; role != kNoRole)
        whose.person[role] = static_cast<std::int8_t>(ask.person);
    return whose;
}

Leaf leaf_of(const Plan& plan, const Ask& ask, std::size_t which) {
    const auto& question = plan.questions[ask.question];
    return {question.terms[which],
            question.role == kNoRole ? std::int8_t{-1} : static_cast<std::int8_t>(ask.person)};
}

}  // namespace forms
