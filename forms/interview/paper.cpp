#include "forms/interview/paper.hpp"

#include <algorithm>
#include <utility>

namespace forms {
namespace {

/// A deadline is printed as a date, so the slip needs the day it counts from.
void add_deadline(const LiveBoard& live, std::uint32_t procedure, std::vector<Leaf>& leaves) {
    const auto start = live.pack().plan.procedures[procedure].deadline_start;
    if (start == kNoNode) return;
    const auto& term = live.pack().rules.vocabulary.terms[start];
    if (term.has_rule) {
        (void)evaluate(live.pack().rules, term.computed, live.board().situation, {}, leaves);
    } else {
        leaves.push_back({start, -1});
    }
}

}  // namespace

const std::vector<Leaf>& Paper::sheet(const LiveBoard& live, std::uint32_t number) {
    auto& sheet = sheets_[number];
    if (sheet.read) return sheet.missing;
    sheet.read = true;
    sheet.missing.clear();
    const auto& rules = live.pack().rules;
    const auto& situation = live.board().situation;
    for (const auto& field : live.pack().plan.sheets[number]) {
        const auto draws =
            field.when == kNoNode ? Cell{1} : evaluate(rules, field.when, situation, {}, sheet.missing);
        if (draws != 0 && field.value != kNoNode)
            (void)evaluate(rules, field.value, situation, {}, sheet.missing);
    }
    keep_askable(live, sheet.missing);
    std::ranges::sort(sheet.missing, {}, [](const Leaf& leaf) { return std::pair(leaf.term, leaf.person); });
    sheet.missing.erase(std::unique(sheet.missing.begin(), sheet.missing.end()), sheet.missing.end());
    return sheet.missing;
}

std::vector<Leaf> Paper::missing(const LiveBoard& live, std::uint32_t procedure) {
    std::vector<Leaf> leaves;
    add_deadline(live, procedure, leaves);
    keep_askable(live, leaves);
    for (const auto number : live.pack().plan.procedures[procedure].sheets) {
        const auto& more = sheet(live, number);
        leaves.insert(leaves.end(), more.begin(), more.end());
    }
    return leaves;
}

void Paper::want(const LiveBoard& live, const Slots& slots, const std::vector<std::uint32_t>& procedures) {
    const auto& plan = live.pack().plan;
    ready = deferred = Places(plan.places);
    wanted_.assign(slots.size(), 0);
    seen_.assign(sheets_.size(), 0);
    for (const auto procedure : procedures) {
        found_.clear();
        add_deadline(live, procedure, found_);
        keep_askable(live, found_);
        want_leaves(slots, found_);
        for (const auto number : plan.procedures[procedure].sheets)
            if (std::exchange(seen_[number], 1) == 0) want_leaves(slots, sheet(live, number));
    }
    while (!queue_.empty()) {
        const auto leaf = queue_.back();
        queue_.pop_back();
        const auto person = leaf.person < 0 ? 0U : static_cast<std::uint32_t>(leaf.person);
        for (const auto question : plan.questions_of_term[leaf.term]) {
            const Ask ask{question, person};
            if (person >= live.board().persons[question] || !is_open(live.board().gates[place_of(plan, ask)]))
                continue;
            gate_waits(live, ask, found_);
            (found_.empty() ? ready : deferred).put(place_of(plan, ask), true);
            want_leaves(slots, found_);
        }
    }
}

void Paper::want_leaves(const Slots& slots, const std::vector<Leaf>& leaves) {
    for (const auto& leaf : leaves)
        if (std::exchange(wanted_[slots.of(leaf)], 1) == 0) queue_.push_back(leaf);
}

}  // namespace forms
