#include "forms/pack/possible_values.hpp"

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/rules/ages.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

constexpr std::size_t kMostValues = 96;
constexpr Cell kOldest = 130;
constexpr Cell kElder = 80;
constexpr Cell kLargestNumber = 1000;

std::vector<Cell> some_of(const std::set<Cell>& all) {
    std::vector<Cell> values(all.begin(), all.end());
    if (values.size() > kMostValues) values.resize(kMostValues);
    return values;
}

}  // namespace

PossibleValues::PossibleValues(const Pack& pack, Date today) : pack_(pack), today_(today) {
    for (const auto& node : pack.rules.nodes) note(node);
}

PossibleValues::PossibleValues(const Pack& pack, Date today, std::uint32_t rule)
    : pack_(pack), today_(today) {
    std::vector<bool> seen(pack.rules.nodes.size(), false);
    note_rule(rule, seen);
}

void PossibleValues::note(const Node& node) {
    if (node.op == Op::In)
        for (std::uint32_t i = 0; i < node.nth; ++i) {
            // A set does not say what it holds; a stray number or word among the values does no harm.
            words_.insert(pack_.rules.sets[node.term + i]);
            numbers_.insert(pack_.rules.sets[node.term + i]);
        }
    if (node.op == Op::FiscalYearEnd18) ages_.insert({18, 19});
    if (node.op != Op::Literal) return;
    settings_ = settings_ || node.nth == 1;
    if (node.kind == Kind::Number) numbers_.insert(node.value);
    if (node.kind == Kind::Day) days_.insert(node.value);
    if (node.kind == Kind::Choice || node.kind == Kind::Text) words_.insert(node.value);
}

void PossibleValues::note_rule(std::uint32_t at, std::vector<bool>& seen) {
    std::vector<std::uint32_t> queue{at};
    while (!queue.empty()) {
        const auto next = queue.back();
        queue.pop_back();
        if (next == kNoNode || seen[next]) continue;
        seen[next] = true;
        const auto& node = pack_.rules.nodes[next];
        note(node);
        for (std::uint32_t i = 0; i < node.count; ++i) queue.push_back(pack_.rules.children[node.first + i]);
        if (node.op == Op::Scalar || node.op == Op::OfPerson || node.op == Op::OfNth)
            queue.push_back(pack_.rules.vocabulary.terms[node.term].computed);
    }
}

std::vector<Cell> PossibleValues::of(std::uint32_t number) const {
    const auto& term = pack_.rules.vocabulary.terms[number];
    const auto item = pack_.plan.items_of_terms[number];
    if (item == kNoNode) return {};
    switch (term.kind) {
        case Kind::Bool:
            return {0, 1};
        case Kind::Choice:
            return choices(term);
        case Kind::Number:
            return numbers(pack_.items[item]);
        case Kind::Day:
            return number == pack_.plan.visit_date ? std::vector<Cell>{day_number(today_)} : days();
        case Kind::Text:
            return texts();
    }
    return {};
}

std::vector<Cell> PossibleValues::choices(const Term& term) const {
    std::vector<Cell> values;
    bool other = false;
    for (const auto choice : term.choices) {
        const bool named = words_.contains(choice);
        if (named || !other) values.push_back(choice);
        other = other || !named;
    }
    return values;
}

std::vector<Cell> PossibleValues::numbers(const Item& item) const {
    std::set<Cell> values{0, 1};
    for (const auto each : numbers_) {
        if (each < -1 || each > kLargestNumber) continue;
        for (const auto near : {each - 1, each, each + 1})
            if (near >= 0 && near < kLargestNumber) values.insert(near);
    }
    if (item.min) std::erase_if(values, [&](Cell each) { return each < *item.min; });
    if (item.max) std::erase_if(values, [&](Cell each) { return each > *item.max; });
    if (values.empty()) values.insert(item.min.value_or(item.max.value_or(0)));
    return some_of(values);
}

std::vector<Cell> PossibleValues::days() const {
    const auto today = day_number(today_);
    std::set<Cell> values{today, today - 7};
    auto ages = ages_;
    ages.insert(numbers_.begin(), numbers_.end());
    ages.insert(kElder);
    for (const auto age : ages) {
        if (age < 1 || age > kOldest) continue;
        const auto born = day_number(months_after(today_, -12 * age));
        values.insert({born - 1, born, born + 1, born + 2});
    }
    for (const auto day : days_) values.insert({day - 1, day, day + 1});
    return some_of(values);
}

std::vector<Cell> PossibleValues::texts() const {
    std::set<Cell> values = words_;
    values.insert(kOtherText);
    return some_of(values);
}

}  // namespace forms
