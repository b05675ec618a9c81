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
        : pack_(pack), vocabulary_(pack.rules.vocabulary), facts_(facts) {
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

    const Pack& pack_;
    const Vocabulary& vocabulary_;
    const Facts& facts_;
    Told told_;
};

/// Runs the plan: each gate lets the answers of its question through, each computed term is worked out once.
class Worker {
public:
    Worker(const Pack& pack, const Told& told)
        : pack_(pack), rules_(pack.rules), plan_(pack.plan), told_(told) {}

    Board run() {
        begin();
        for (const auto& act : plan_.order) {
            switch (act.kind) {
                case Plan::ActKind::Compute:
                    compute(act.index);
                    break;
                case Plan::ActKind::Gate:
                    open_gate(act.index);
                    break;
                case Plan::ActKind::Persons:
                    count_persons(act.index);
                    break;
            }
        }
        return std::move(board_);
    }

private:
    /// What no question of this event asks, or what a card, record or QR said, counts from the start. The
    /// rest is out of reach until a gate lets it through.
    void begin() {
        auto& situation = board_.situation;
        situation = told_.cells;
        board_.gates.assign(plan_.places, kOutOfReach);
        board_.persons.assign(plan_.questions.size(), 0);
        held_back_.assign(rules_.vocabulary.terms.size(), false);
        for (const auto& question : plan_.questions) {
            if ((question.events & told_.event) == 0) continue;
            for (const auto number : question.terms) {
                held_back_[number] = true;
                hold_back(rules_.vocabulary.terms[number]);
            }
        }
        situation.scalars[rules_.vocabulary.terms[plan_.visit_date].column] = told_.today;
    }

    void hold_back(const Term& term) {
        if (term.role == kNoRole) {
            if (!is_known(told_.supplied.scalars[term.column]))
                board_.situation.scalars[term.column] = kOutOfReach;
            return;
        }
        auto& people = board_.situation.people[static_cast<std::size_t>(term.role)];
        const auto& supplied = told_.supplied.people[static_cast<std::size_t>(term.role)];
        for (std::size_t i = 0; i < people.numbers.size(); ++i)
            if (!is_known(supplied.cell(i, term.column))) people.cell(i, term.column) = kOutOfReach;
    }

    void compute(std::uint32_t number) {
        const auto& term = rules_.vocabulary.terms[number];
        auto& situation = board_.situation;
        if (term.role == kNoRole) {
            situation.scalars[term.column] = evaluate(rules_, term.computed, situation, {});
            return;
        }
        auto& people = situation.people[static_cast<std::size_t>(term.role)];
        Whose whose;
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[term.role] = static_cast<std::int8_t>(i);
            people.cell(i, term.column) = evaluate(rules_, term.computed, situation, whose);
        }
    }

    void open_gate(std::uint32_t number) {
        const auto& question = plan_.questions[number];
        if ((question.events & told_.event) == 0) return;
        const auto persons =
            question.role == kNoRole
                ? 1
                : board_.situation.people[static_cast<std::size_t>(question.role)].numbers.size();
        board_.persons[number] = static_cast<std::uint8_t>(persons);
        Whose whose;
        for (std::size_t i = 0; i < persons; ++i) {
            if (question.role != kNoRole) whose.person[question.role] = static_cast<std::int8_t>(i);
            auto& gate = board_.gates[question.place + i];
            gate = question.when == kNoNode ? 1 : evaluate(rules_, question.when, board_.situation, whose);
            if (is_open(gate)) let_through(question, i);
        }
    }

    void let_through(const PlannedQuestion& question, std::size_t person) {
        for (const auto number : question.terms) {
            const auto& term = rules_.vocabulary.terms[number];
            if (term.role == kNoRole) {
                board_.situation.scalars[term.column] = told_.cells.scalars[term.column];
            } else {
                const auto role = static_cast<std::size_t>(term.role);
                const auto& told = told_.cells.people[role];
                board_.situation.people[role].cell(person, term.column) =
                    person < told.numbers.size() ? told.cell(person, term.column) : kUnsaid;
            }
        }
    }

    /// Once a count is reachable, the list holds that many persons and is complete.
    void count_persons(std::uint32_t role) {
        auto& people = board_.situation.people[role];
        const auto count_term = rules_.vocabulary.roles[role].count_term;
        if (!count_term) {
            people.complete = 1;
            return;
        }
        const auto count = board_.situation.scalars[rules_.vocabulary.terms[*count_term].column];
        people.complete = is_known(count) ? 1 : count;
        if (!is_known(count)) {
            // Answers about persons whose number was taken back wait for it, unless a record told of them.
            const auto& supplied = told_.supplied.people[role].cells;
            if (std::ranges::any_of(supplied, [](Cell cell) { return is_known(cell); })) return;
            people.numbers.clear();
            people.cells.clear();
            return;
        }
        const auto persons = static_cast<std::size_t>(std::clamp<Cell>(count, 0, kMaxPersons));
        if (persons >= people.numbers.size()) {
            fill_numbers(people.numbers, static_cast<std::int64_t>(persons));
        } else {
            people.numbers.resize(persons);
        }
        const auto known_before = people.columns == 0 ? 0 : people.cells.size() / people.columns;
        people.cells.resize(people.numbers.size() * people.columns, kUnsaid);
        for (std::uint32_t i = 0; i < rules_.vocabulary.terms.size() && known_before < people.numbers.size();
             ++i) {
            const auto& term = rules_.vocabulary.terms[i];
            if (!held_back_[i] || term.role != static_cast<int>(role)) continue;
            for (auto person = known_before; person < people.numbers.size(); ++person)
                people.cell(person, term.column) = kOutOfReach;
        }
    }

    const Pack& pack_;
    const Rules& rules_;
    const Plan& plan_;
    const Told& told_;
    std::vector<bool> held_back_;  // by term
    Board board_;
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

Board work_out(const Pack& pack, const Told& told) {
    return Worker(pack, told).run();
}

}  // namespace forms
