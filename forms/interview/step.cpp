#include "forms/interview/step.hpp"

namespace forms {

int person_number(const Agenda& agenda, const Ask& ask) {
    const auto role = agenda.pack().plan.questions[ask.question].role;
    if (role == kNoRole) return 0;
    return agenda.board().situation.people[static_cast<std::size_t>(role)].numbers[ask.person];
}

std::vector<std::string> keys_of(const Pack& pack, std::uint32_t question, int person) {
    std::vector<std::string> keys;
    for (const auto& key : pack.questions[question].asks) keys.push_back(key_of_person(key, person));
    return keys;
}

std::optional<Step> step_of(const Agenda& agenda) {
    const auto ask = agenda.next();
    if (!ask) return {};
    const auto& pack = agenda.pack();
    Step step;
    step.question = &pack.questions[ask->question];
    step.person = person_number(agenda, *ask);
    step.keys = keys_of(pack, ask->question, step.person);
    for (const auto procedure : agenda.why(*ask))
        step.why_procedures.push_back(pack.procedures[procedure].id);
    step.decides = agenda.wanted(*ask) == Want::Decide;
    step.number = agenda.answered_count() + 1;
    step.of = step.number - 1 + agenda.wanted_count();
    return step;
}

Decision decision_of(const Agenda& agenda, std::size_t number, Phrases& phrases) {
    const auto& verdict = agenda.verdicts()[number];
    const bool open = !is_known(verdict.cell) && agenda.open(number);
    return describe(agenda.pack(), agenda.board(), verdict.procedure, verdict.cell, open, phrases);
}

}  // namespace forms
