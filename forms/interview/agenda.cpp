#include "forms/interview/agenda.hpp"

#include <algorithm>

namespace forms {
namespace {

Want stronger(Want a, Want b) {
    return std::max(a, b);
}

}  // namespace

std::vector<Verdict> judge(const Pack& pack, const Told& told, const Board& board) {
    std::vector<Verdict> verdicts;
    verdicts.reserve(pack.procedures.size());
    const Date today{std::chrono::sys_days{std::chrono::days{told.today}}};
    for (std::uint32_t i = 0; i < pack.procedures.size(); ++i) {
        const auto& planned = pack.plan.procedures[i];
        if ((planned.events & told.event) == 0 || !pack.procedures[i].valid_on(today)) continue;
        verdicts.push_back({i, evaluate(pack.rules, planned.applies_when, board.situation, {})});
    }
    return verdicts;
}

Agenda::Agenda(const Pack& pack, const Told& told, const Board& board)
    : pack_(pack), plan_(pack.plan), told_(told), board_(board), verdicts_(judge(pack, told, board)) {
    auto end = board.situation.scalars.size();
    for (const auto& people : board.situation.people) {
        first_slots_.push_back(end);
        end += people.cells.size();
    }
    slots_.assign(end, Want::No);
    questions_.assign(plan_.places, Want::No);
    deferred_.assign(plan_.places, Want::No);
    want_for_decisions();
    want_always();
    spread();
    want_for_paper();
    spread();
}

bool Agenda::in_event(std::uint32_t question) const {
    return (plan_.questions[question].events & told_.event) != 0;
}

std::size_t Agenda::slot(const Leaf& leaf) const {
    const auto& term = pack_.rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) return term.column;
    const auto role = static_cast<std::size_t>(term.role);
    return first_slots_[role] +
           static_cast<std::size_t>(leaf.person) * board_.situation.people[role].columns + term.column;
}

Whose Agenda::whose(std::uint32_t question, std::uint32_t person) const {
    Whose whose;
    if (const auto role = plan_.questions[question].role; role != kNoRole)
        whose.person[role] = static_cast<std::int8_t>(person);
    return whose;
}

Leaf Agenda::leaf_of(std::uint32_t question, std::uint32_t person, std::size_t which) const {
    const auto& planned = plan_.questions[question];
    return {planned.terms[which],
            planned.role == kNoRole ? std::int8_t{-1} : static_cast<std::int8_t>(person)};
}

void Agenda::want_for_decisions() {
    for (std::uint32_t i = 0; i < verdicts_.size(); ++i) {
        if (is_known(verdicts_[i].cell)) continue;
        const auto first = static_cast<std::uint32_t>(leaves_.size());
        std::vector<Leaf> leaves;
        add_missing(pack_.rules, plan_.procedures[verdicts_[i].procedure].applies_when, board_.situation, {},
                    leaves);
        for (const auto& leaf : leaves) want(leaf, Want::Decide);
        leaves_.insert(leaves_.end(), leaves.begin(), leaves.end());
        leaves_of_.push_back({i, first, static_cast<std::uint32_t>(leaves.size())});
    }
}

/// Always-questions stand in their place among those that decide.
void Agenda::want_always() {
    for (std::uint32_t i = 0; i < plan_.questions.size(); ++i) {
        const auto& question = plan_.questions[i];
        if (!question.always || !in_event(i)) continue;
        if (question.role != kNoRole) {
            const auto& role = pack_.rules.vocabulary.roles[static_cast<std::size_t>(question.role)];
            if (role.count_term && question.when == kNoNode) want({*role.count_term, -1}, Want::Decide);
        }
        for (std::uint32_t person = 0; person < board_.persons[i]; ++person) {
            if (!is_open(board_.gates[place(i, person)])) continue;
            for (std::size_t which = 0; which < question.terms.size(); ++which)
                want(leaf_of(i, person, which), Want::Decide);
        }
    }
}

void Agenda::add_sheet_leaves(std::uint32_t sheet, std::vector<Leaf>& leaves) const {
    for (const auto& field : plan_.sheets[sheet]) {
        const auto draws =
            field.when == kNoNode ? 1 : evaluate(pack_.rules, field.when, board_.situation, {});
        if (draws == 0) continue;
        if (!is_known(draws)) add_missing(pack_.rules, field.when, board_.situation, {}, leaves);
        if (field.value != kNoNode) add_missing(pack_.rules, field.value, board_.situation, {}, leaves);
    }
}

/// A deadline is printed as a date, so the slip needs the day it counts from.
void Agenda::add_deadline_leaves(std::uint32_t procedure, std::vector<Leaf>& leaves) const {
    const auto start = plan_.procedures[procedure].deadline_start;
    if (start == kNoNode) return;
    const auto& term = pack_.rules.vocabulary.terms[start];
    if (term.has_rule) {
        add_missing(pack_.rules, term.computed, board_.situation, {}, leaves);
    } else {
        leaves.push_back({start, -1});
    }
}

void Agenda::want_for_paper() {
    std::vector<bool> seen(plan_.sheets.size(), false);
    std::vector<Leaf> leaves;
    for (const auto& verdict : verdicts_) {
        if (verdict.cell == 0) continue;
        leaves.clear();
        add_deadline_leaves(verdict.procedure, leaves);
        for (const auto& leaf : leaves) want(leaf, Want::Paper);
        for (const auto sheet : plan_.procedures[verdict.procedure].sheets) {
            if (seen[sheet]) continue;
            seen[sheet] = true;
            leaves.clear();
            add_sheet_leaves(sheet, leaves);
            for (const auto& leaf : leaves) want(leaf, Want::Paper);
        }
    }
}

void Agenda::want(const Leaf& leaf, Want why) {
    if (cell_of(pack_.rules, board_.situation, leaf) != kUnsaid) return;
    auto& mark = slots_[slot(leaf)];
    if (mark >= why) return;
    mark = why;
    queue_.push_back(leaf);
}

void Agenda::spread() {
    while (!queue_.empty()) {
        const auto leaf = queue_.back();
        queue_.pop_back();
        const auto why = slots_[slot(leaf)];
        const auto person = leaf.person < 0 ? 0U : static_cast<std::uint32_t>(leaf.person);
        for (const auto question : plan_.questions_of_term[leaf.term])
            if (person < board_.persons[question]) spread_to(question, person, why);
    }
}

void Agenda::spread_to(std::uint32_t question, std::uint32_t person, Want why) {
    const auto gate = board_.gates[place(question, person)];
    if (!is_open(gate)) return;
    if (gate == kUnsaid) {
        std::vector<Leaf> gate_leaves;
        if (waits(question, person, gate_leaves)) {
            auto& mark = deferred_[place(question, person)];
            mark = stronger(mark, why);
            for (const auto& each : gate_leaves) want(each, why);
            return;
        }
    }
    auto& mark = questions_[place(question, person)];
    mark = stronger(mark, why);
}

/// A question waits for its gate while some question can still settle the gate.
bool Agenda::waits(std::uint32_t question, std::uint32_t person, std::vector<Leaf>& gate_leaves) const {
    add_missing(pack_.rules, plan_.questions[question].when, board_.situation, whose(question, person),
                gate_leaves);
    return std::ranges::any_of(gate_leaves, [&](const Leaf& leaf) { return askable(leaf); });
}

bool Agenda::askable(const Leaf& leaf) const {
    if (cell_of(pack_.rules, board_.situation, leaf) != kUnsaid) return false;
    const auto person = leaf.person < 0 ? 0U : static_cast<std::uint32_t>(leaf.person);
    return std::ranges::any_of(plan_.questions_of_term[leaf.term], [&](std::uint32_t question) {
        return person < board_.persons[question] && is_open(board_.gates[place(question, person)]);
    });
}

std::optional<Ask> Agenda::next() const {
    for (const auto why : {Want::Decide, Want::Paper})
        for (const auto* wanted : {&questions_, &deferred_})
            for (std::uint32_t i = 0; i < board_.persons.size(); ++i)
                for (std::uint32_t person = 0; person < board_.persons[i]; ++person)
                    if ((*wanted)[place(i, person)] == why) return Ask{i, person};
    return {};
}

Want Agenda::wanted(const Ask& ask) const {
    return stronger(questions_[place(ask.question, ask.person)], deferred_[place(ask.question, ask.person)]);
}

bool Agenda::answered(const Ask& ask) const {
    if (!is_open(board_.gates[place(ask.question, ask.person)])) return false;
    for (std::size_t which = 0; which < plan_.questions[ask.question].terms.size(); ++which) {
        const auto leaf = leaf_of(ask.question, ask.person, which);
        if (cell_of(pack_.rules, board_.situation, leaf) == kUnsaid) continue;
        const auto& supplied = told_.supplied;
        const auto role = pack_.rules.vocabulary.terms[leaf.term].role;
        const bool beyond =
            role != kNoRole && ask.person >= supplied.people[static_cast<std::size_t>(role)].numbers.size();
        if (beyond || !is_known(cell_of(pack_.rules, supplied, leaf))) return true;
    }
    return false;
}

int Agenda::answered_count() const {
    int count = 0;
    for (std::uint32_t i = 0; i < board_.persons.size(); ++i)
        for (std::uint32_t person = 0; person < board_.persons[i]; ++person)
            if (wanted({i, person}) == Want::No && answered({i, person})) ++count;
    return count;
}

int Agenda::wanted_count() const {
    int count = 0;
    for (std::uint32_t i = 0; i < board_.persons.size(); ++i)
        for (std::uint32_t person = 0; person < board_.persons[i]; ++person)
            if (wanted({i, person}) != Want::No) ++count;
    return count;
}

bool Agenda::open(std::size_t verdict) const {
    const auto found = std::ranges::find(leaves_of_, verdict, &Leaves::verdict);
    if (found == leaves_of_.end()) return false;
    const auto first = leaves_.begin() + found->first;
    return std::any_of(first, first + found->count, [&](const Leaf& leaf) { return askable(leaf); });
}

/// The slots that an answer fills or, by opening a gate, lets be filled.
std::vector<std::uint8_t> Agenda::targets_of(const Ask& ask) const {
    std::vector<std::uint8_t> targets(slots_.size(), 0);
    const auto aim = [&](std::uint32_t question, std::uint32_t person) {
        for (std::size_t which = 0; which < plan_.questions[question].terms.size(); ++which)
            targets[slot(leaf_of(question, person, which))] = 1;
    };
    aim(ask.question, ask.person);
    std::vector<Leaf> gate_leaves;
    for (bool grew = true; grew;) {
        grew = false;
        for (std::uint32_t i = 0; i < board_.persons.size(); ++i)
            for (std::uint32_t person = 0; person < board_.persons[i]; ++person) {
                if (deferred_[place(i, person)] == Want::No || plan_.questions[i].terms.empty()) continue;
                if (targets[slot(leaf_of(i, person, 0))] != 0) continue;
                gate_leaves.clear();
                add_missing(pack_.rules, plan_.questions[i].when, board_.situation, whose(i, person),
                            gate_leaves);
                if (std::ranges::none_of(gate_leaves,
                                         [&](const Leaf& leaf) { return targets[slot(leaf)] != 0; }))
                    continue;
                aim(i, person);
                grew = true;
            }
    }
    return targets;
}

std::vector<std::uint32_t> Agenda::why(const Ask& ask) const {
    const auto targets = targets_of(ask);
    const auto hit = [&](const Leaf& leaf) { return targets[slot(leaf)] != 0; };
    std::vector<std::uint32_t> procedures;
    for (const auto& each : leaves_of_) {
        const auto first = leaves_.begin() + each.first;
        if (std::any_of(first, first + each.count, hit))
            procedures.push_back(verdicts_[each.verdict].procedure);
    }
    if (!procedures.empty()) return procedures;
    std::vector<Leaf> leaves;
    for (const auto& verdict : verdicts_) {
        if (verdict.cell == 0) continue;
        leaves.clear();
        for (const auto sheet : plan_.procedures[verdict.procedure].sheets) add_sheet_leaves(sheet, leaves);
        add_deadline_leaves(verdict.procedure, leaves);
        if (std::ranges::any_of(leaves, hit)) procedures.push_back(verdict.procedure);
    }
    return procedures;
}

}  // namespace forms
