#include "forms/interview/board.hpp"

#include <algorithm>
#include <limits>

#include "forms/facts/date.hpp"

namespace forms {
namespace {

/// Where the persons a count speaks of are missing from the facts, they get the next free numbers.
void fill_numbers(std::vector<int>& numbers, std::int64_t count) {
    auto next = numbers.empty() ? 1 : numbers.back() + 1;
    while (static_cast<std::int64_t>(numbers.size()) < count && numbers.size() < kMaxPersons)
        numbers.push_back(next++);
}

void resize(People& people) {
    people.cells.assign(people.numbers.size() * people.columns, kUnsaid);
}

class Reader {
public:
    Reader(const Pack& pack, const Facts& facts)
        : vocabulary_(pack.rules.vocabulary), facts_(facts) {
        told_.cells = nothing_known(vocabulary_);
        told_.supplied = nothing_known(vocabulary_);
    }

    Told run() {
        find_persons();
        for (const auto& [key, fact] : facts_) read(key, fact);
        return std::move(told_);
    }

private:
    void find_persons() {
        for (std::size_t role = 0; role < vocabulary_.roles.size(); ++role) {
            auto& people = told_.cells.people[role];
            people.numbers = persons_of(facts_, vocabulary_.roles[role].id);
            if (people.numbers.size() > kMaxPersons) people.numbers.resize(kMaxPersons);
            if (const auto count = vocabulary_.roles[role].count_term)
                if (const auto* value = facts_.value(vocabulary_.terms[*count].key))
                    if (const auto* number = std::get_if<std::int64_t>(value))
                        fill_numbers(people.numbers, *number);
            resize(people);
            told_.supplied.people[role].numbers = people.numbers;
            resize(told_.supplied.people[role]);
        }
    }

    void read(const std::string& key, const Fact& fact) {
        if (key.find('[') == std::string::npos) {
            const auto found = vocabulary_.term_by_key.find(key);
            if (found != vocabulary_.term_by_key.end()) set(vocabulary_.terms[found->second], -1, fact);
            return;
        }
        const auto parts = split_key(key);
        if (!parts) return;
        const auto found = vocabulary_.term_by_key.find(person_key(parts->subject, 0, parts->name));
        if (found == vocabulary_.term_by_key.end()) return;
        const auto& term = vocabulary_.terms[found->second];
        if (term.role == kNoRole) return;
        const auto& numbers = told_.cells.people[static_cast<std::size_t>(term.role)].numbers;
        const auto person = std::ranges::lower_bound(numbers, parts->person);
        if (person != numbers.end() && *person == parts->person) set(term, person - numbers.begin(), fact);
    }

    void set(const Term& term, std::ptrdiff_t person, const Fact& fact) {
        if (term.condition || term.has_rule || (term.role == kNoRole) != (person < 0)) return;
        const auto cell = fact.value ? to_cell(vocabulary_, term, *fact.value) : kSaidUnknown;
        const bool supplied =
            fact.from == Provenance::Card || fact.from == Provenance::Record || fact.from == Provenance::Qr;
        place(told_.cells, term, person) = cell;
        if (supplied) place(told_.supplied, term, person) = 1;
    }

    static Cell& place(Situation& situation, const Term& term, std::ptrdiff_t person) {
        if (person < 0) return situation.scalars[term.column];
        return situation.people[static_cast<std::size_t>(term.role)].cell(static_cast<std::size_t>(person),
                                                                          term.column);
    }

    const Vocabulary& vocabulary_;
    const Facts& facts_;
    Told told_;
};

}  // namespace

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
