#include "forms/interview/dependents.hpp"

#include <algorithm>

#include "forms/rules/translate.hpp"

namespace forms {
namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t number) {
    if (list.empty() || list.back() != number) list.push_back(number);
}

/// The places in the plan's order that read each term and each role.
void list_acts(const Pack& pack, Dependents& lists) {
    const auto& plan = pack.plan;
    const auto& terms = pack.rules.vocabulary.terms;
    const auto& roles = pack.rules.vocabulary.roles;
    for (std::uint32_t place = 0; place < plan.order.size(); ++place) {
        const auto& act = plan.order[place];
        if (act.kind == Plan::ActKind::Persons) {
            lists.acts_of_role[act.index].push_back(place);
            if (const auto count = roles[act.index].count_term) lists.acts[*count].push_back(place);
            continue;
        }
        const bool gate = act.kind == Plan::ActKind::Gate;
        const auto node = gate ? plan.questions[act.index].when : terms[act.index].computed;
        const auto role = gate ? plan.questions[act.index].role : terms[act.index].role;
        if (role != kNoRole) add_once(lists.acts_of_role[static_cast<std::size_t>(role)], place);
        for (const auto term : terms_read(pack.rules, node)) {
            lists.acts[term].push_back(place);
            if (terms[term].role != kNoRole)
                add_once(lists.acts_of_role[static_cast<std::size_t>(terms[term].role)], place);
        }
    }
}

}  // namespace

Dependents::Dependents(const Pack& pack, std::uint64_t event) {
    const auto& plan = pack.plan;
    const auto terms = pack.rules.vocabulary.terms.size();
    for (auto* lists : {&acts, &procedures, &questions, &sheets}) lists->resize(terms);
    acts_of_role.resize(pack.rules.vocabulary.roles.size());
    list_acts(pack, *this);
    for (std::uint32_t i = 0; i < plan.procedures.size(); ++i)
        if ((plan.procedures[i].events & event) != 0)
            for (const auto term : told_terms(pack.rules, plan.procedures[i].applies_when))
                procedures[term].push_back(i);
    for (std::uint32_t i = 0; i < plan.questions.size(); ++i)
        if ((plan.questions[i].events & event) != 0)
            for (const auto term : told_terms(pack.rules, plan.questions[i].when))
                questions[term].push_back(i);
    for (std::uint32_t i = 0; i < plan.sheets.size(); ++i)
        for (const auto& field : plan.sheets[i])
            for (const auto node : {field.value, field.when})
                for (const auto term : told_terms(pack.rules, node)) add_once(sheets[term], i);
}

}  // namespace forms
