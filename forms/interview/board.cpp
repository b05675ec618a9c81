#include "forms/interview/board.hpp"

#include <algorithm>

#include "forms/facts/date.hpp"

namespace forms {
namespace {

class Reader {
public:
    Reader(const Pack& pack, const Facts& facts)
        : pack_(pack), vocabulary_(pack.rules.vocabulary), facts_(facts) {
        told_.cells = nothing_known(vocabulary_);
        told_.supplied = nothing_known(vocabulary_);
    }

    Told run() {
        for (std::size_t role = 0; role < vocabulary_.roles.size(); ++role)
            for (auto* situation : {&told_.cells, &told_.supplied}) {
                auto& people = situation->people[role];
                people.numbers = told_persons(pack_, facts_, role);
                people.cells.assign(people.numbers.size() * people.columns, kUnsaid);
            }
        for (const auto& [key, fact] : facts_) read(key, fact);
        return std::move(told_);
    }

private:
    void read(const std::string& key, const Fact& fact) {
        const auto leaf = told_leaf(vocabulary_, told_.cells, key);
        if (!leaf) return;
        const auto& term = vocabulary_.terms[leaf->term];
        place(told_.cells, term, leaf->person) = to_cell(vocabulary_, term, fact);
        if (is_supplied(fact)) place(told_.supplied, term, leaf->person) = 1;
    }

    static Cell& place(Situation& situation, const Term& term, std::ptrdiff_t person) {
        if (person < 0) return situation.scalars[term.column];
        return situation.people[static_cast<std::size_t>(term.role)].cell(static_cast<std::size_t>(person),
                                                                          term.column);
    }

    const Pack& pack_;
    const Vocabulary& vocabulary_;
    const Facts& facts_;
    Told told_;
};

}  // namespace

std::vector<int> told_persons(const Pack& pack, const Facts& facts, std::size_t role) {
    const auto& vocabulary = pack.rules.vocabulary;
    auto numbers = persons_of(facts, vocabulary.roles[role].id);
    if (numbers.size() > kMaxPersons) numbers.resize(kMaxPersons);
    const auto count = vocabulary.roles[role].count_term;
    const auto* value = count ? facts.value(vocabulary.terms[*count].key) : nullptr;
    const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
    if (!number) return numbers;
    // Where the persons a count speaks of are missing from the facts, they get the next free numbers.
    auto next = numbers.empty() ? 1 : numbers.back() + 1;
    while (static_cast<std::int64_t>(numbers.size()) < *number && numbers.size() < kMaxPersons)
        numbers.push_back(next++);
    return numbers;
}

std::optional<Leaf> told_leaf(const Vocabulary& vocabulary, const Situation& situation,
                              const std::string& key) {
    const bool of_person = key.find('[') != std::string::npos;
    const auto parts = of_person ? split_key(key) : std::nullopt;
    if (of_person && !parts) return {};
    const auto found = vocabulary.term_by_key.find(parts ? person_key(parts->subject, 0, parts->name) : key);
    if (found == vocabulary.term_by_key.end()) return {};
    const auto& term = vocabulary.terms[found->second];
    if (term.has_rule || (term.role != kNoRole) != of_person) return {};
    if (!of_person) return Leaf{found->second, -1};
    const auto& numbers = situation.people[static_cast<std::size_t>(term.role)].numbers;
    const auto person = std::ranges::lower_bound(numbers, parts->person);
    if (person == numbers.end() || *person != parts->person) return {};
    return Leaf{found->second, static_cast<std::int8_t>(person - numbers.begin())};
}

Cell to_cell(const Vocabulary& vocabulary, const Term& term, const Fact& fact) {
    return fact.value ? to_cell(vocabulary, term, *fact.value) : kSaidUnknown;
}

std::uint64_t event_bit(const Pack& pack, std::string_view event) {
    for (std::size_t i = 0; i < pack.events.size() && i < 64; ++i)
        if (pack.events[i].id == event) return std::uint64_t{1} << i;
    return 0;
}

Cell to_cell(const Vocabulary& vocabulary, const Term& term, const Value& value) {
    constexpr Cell kSmallest = kOtherText + 1;
    switch (term.kind) {
        case Kind::Bool:
            if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
            break;
        case Kind::Number:
            if (const auto* number = std::get_if<std::int64_t>(&value)) return std::max(*number, kSmallest);
            break;
        case Kind::Day:
            if (const auto* date = std::get_if<Date>(&value); date && date->ok()) return day_number(*date);
            break;
        case Kind::Choice:
        case Kind::Text:
            if (const auto* text = std::get_if<std::string>(&value)) return vocabulary.symbol_of(*text);
            break;
    }
    return kUnsaid;
}

Told read_told(const Pack& pack, const Context& context, const Facts& facts) {
    auto told = Reader(pack, facts).run();
    told.event = event_bit(pack, context.event);
    told.today = day_number(context.today);
    return told;
}

}  // namespace forms
