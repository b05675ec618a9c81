#include "forms/interview/possible.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/interview/words.hpp"
#include "forms/pack/possible_values.hpp"

namespace forms {
namespace {

const Role* counted_role(const Vocabulary& vocabulary, std::uint32_t term) {
    for (const auto& role : vocabulary.roles)
        if (role.count_term == term) return &role;
    return nullptr;
}

}  // namespace

std::vector<Possible> possible_facts(const Pack& pack, std::uint64_t event, Date today) {
    const auto& vocabulary = pack.rules.vocabulary;
    const PossibleValues values(pack, today);
    std::vector<Possible> result;
    for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i) {
        const auto& term = vocabulary.terms[i];
        const auto item = pack.plan.items_of_terms[i];
        if (term.has_rule || item == kNoNode || i == pack.plan.visit_date || term.key == "visit.number")
            continue;
        Possible possible;
        possible.leaf = {i, -1};
        possible.counts = counted_role(vocabulary, i) != nullptr;
        possible.values = possible.counts ? std::vector<Cell>{0, 1, kProvedPersons} : values.of(i);
        possible.exact = term.kind == Kind::Bool || term.kind == Kind::Choice;
        possible.asked = std::ranges::any_of(pack.plan.questions_of_term[i], [&](std::uint32_t question) {
            return (pack.plan.questions[question].events & event) != 0;
        });
        for (std::size_t person = 0; person < (term.role == kNoRole ? 1 : kProvedPersons); ++person) {
            if (term.role != kNoRole) possible.leaf.person = static_cast<std::int8_t>(person);
            result.push_back(possible);
        }
    }
    return result;
}

Cell told_of(const Pack& pack, const Told& told, const Leaf& leaf) {
    const auto& term = pack.rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) return told.cells.scalars[term.column];
    const auto& people = told.cells.people[static_cast<std::size_t>(term.role)];
    const auto person = static_cast<std::size_t>(leaf.person);
    return person < people.numbers.size() ? people.cell(person, term.column) : kUnsaid;
}

Told nothing_told(const Pack& pack, std::uint64_t event, Date today) {
    Told told;
    told.cells = nothing_known(pack.rules.vocabulary);
    told.supplied = told.cells;
    told.event = event;
    told.today = day_number(today);
    return told;
}

Truth empty_truth(const Pack& pack, Date today) {
    const auto& vocabulary = pack.rules.vocabulary;
    Truth truth;
    truth.scalars.assign(vocabulary.columns, 0);
    truth.scalars[vocabulary.terms[pack.plan.visit_date].column] = day_number(today);
    for (const auto& role : vocabulary.roles) {
        truth.columns.push_back(role.columns);
        truth.people.emplace_back(role.columns * kProvedPersons, 0);
        truth.counts.push_back(0);
    }
    return truth;
}

void set_truth(const Pack& pack, Truth& truth, const Possible& possible, Cell cell) {
    const auto& vocabulary = pack.rules.vocabulary;
    const auto& term = vocabulary.terms[possible.leaf.term];
    if (term.role != kNoRole) {
        const auto role = static_cast<std::size_t>(term.role);
        truth.people[role][static_cast<std::size_t>(possible.leaf.person) * truth.columns[role] +
                           term.column] = cell;
        return;
    }
    truth.scalars[term.column] = cell;
    if (const auto* role = counted_role(vocabulary, possible.leaf.term))
        truth.counts[static_cast<std::size_t>(role - vocabulary.roles.data())] =
            static_cast<std::size_t>(cell);
}

std::string spoken(const Pack& pack, const Leaf& leaf, Cell cell) {
    const auto& term = pack.rules.vocabulary.terms[leaf.term];
    const auto key = key_of_person(term.key, term.role == kNoRole ? 0 : leaf.person + 1);
    if (cell == kSaidUnknown) return key + " = わからない";
    const auto value = value_of(pack.rules.vocabulary, term, cell);
    if (!value) return key + " = …";
    if (const auto* flag = std::get_if<bool>(&*value))
        return fmt::format("{} = {}", key, *flag ? "true" : "false");
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return fmt::format("{} = {}", key, *number);
    if (const auto* date = std::get_if<Date>(&*value)) return fmt::format("{} = {}", key, iso_text(*date));
    return fmt::format("{} = {}", key, std::get<std::string>(*value));
}

}  // namespace forms
