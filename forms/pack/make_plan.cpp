#include "forms/pack/make_plan.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/facts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/rules/effort.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

constexpr std::size_t kMostEvents = 64;

class Planner {
public:
    Planner(Pack& pack, std::vector<Problem>& problems)
        : pack_(pack), plan_(pack.plan), problems_(problems) {}

    void run() {
        plan_ = {};
        plan_.items_of_terms.assign(terms().size(), kNoNode);
        for (std::size_t i = pack_.items.size(); i-- > 0;)
            plan_.items_of_terms[pack_.rules.vocabulary.term_by_key.at(pack_.items[i].key)] =
                static_cast<std::uint32_t>(i);
        plan_.visit_date = pack_.rules.vocabulary.term_by_key.at("visit.date");
        plan_questions();
        plan_procedures();
        plan_sheets();
        order();
        bound();
    }

private:
    std::vector<Term>& terms() { return pack_.rules.vocabulary.terms; }

    std::uint64_t events_of(const std::vector<std::string>& events) {
        if (events.empty()) return ~std::uint64_t{0};
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < pack_.events.size() && i < kMostEvents; ++i)
            if (std::ranges::find(events, pack_.events[i].id) != events.end()) bits |= std::uint64_t{1} << i;
        return bits;
    }

    void plan_questions() {
        plan_.questions_of_term.resize(terms().size());
        for (std::uint32_t i = 0; i < pack_.questions.size(); ++i) {
            const auto& question = pack_.questions[i];
            PlannedQuestion planned;
            planned.when = question.when.node;
            planned.always = question.always;
            planned.events = events_of(question.events);
            for (const auto& key : question.asks) {
                const auto* term = pack_.rules.vocabulary.find(key);
                if (!term || term->has_rule) continue;
                if (!planned.terms.empty() && term->role != planned.role)
                    continue;  // reported as mixed-persons
                planned.role = term->role;
                planned.terms.push_back(number_of(*term));
                plan_.questions_of_term[planned.terms.back()].push_back(i);
            }
            planned.place = plan_.places;
            plan_.places += planned.role == kNoRole ? 1U : static_cast<std::uint32_t>(kMaxPersons);
            plan_.questions.push_back(std::move(planned));
        }
    }

    std::uint32_t number_of(const Term& term) { return static_cast<std::uint32_t>(&term - terms().data()); }

    void plan_procedures() {
        for (const auto& procedure : pack_.procedures) {
            PlannedProcedure planned{procedure.applies_when.node, events_of(procedure.events), {}, kNoNode};
            for (const auto& id : procedure.sheets)
                if (const auto* sheet = pack_.sheet(id))
                    planned.sheets.push_back(static_cast<std::uint32_t>(sheet - pack_.sheets.data()));
            if (procedure.deadline)
                if (const auto* start = pack_.rules.vocabulary.find(procedure.deadline->from);
                    start && start->role == kNoRole)
                    planned.deadline_start = number_of(*start);
            plan_.procedures.push_back(std::move(planned));
        }
    }

    void plan_sheets() {
        for (const auto& sheet : pack_.sheets) {
            std::vector<PlannedField> fields;
            for (const auto& field : sheet.fields) {
                if (field.kind == FieldKind::Signature) {
                    fields.emplace_back();  // never filled, so it waits for nothing
                    continue;
                }
                const bool known_item = !field.item.empty() && pack_.item(field.item);
                const auto item = known_item ? translate(pack_.rules, field.item).node : kNoNode;
                fields.push_back({field.value.node == kNoNode ? item : field.value.node, field.when.node});
            }
            plan_.sheets.push_back(std::move(fields));
        }
    }

    // The acts are numbered: terms first, then questions, then roles.
    std::size_t question_act(std::size_t i) { return terms().size() + i; }
    std::size_t role_act(std::size_t i) { return terms().size() + pack_.questions.size() + i; }

    void order() {
        const auto acts = role_act(pack_.rules.vocabulary.roles.size());
        state_.assign(acts, State::New);
        for (std::size_t i = 0; i < acts; ++i) visit(i);
    }

    std::vector<std::size_t> needs(std::size_t act) {
        if (act >= role_act(0)) {
            const auto& role = pack_.rules.vocabulary.roles[act - role_act(0)];
            return role.count_term ? std::vector<std::size_t>{*role.count_term} : std::vector<std::size_t>{};
        }
        std::vector<std::size_t> result;
        const auto read = [&](std::uint32_t node, int role) {
            for (const auto term : terms_read(pack_.rules, node)) {
                result.push_back(term);
                if (terms()[term].role != kNoRole)
                    result.push_back(role_act(static_cast<std::size_t>(terms()[term].role)));
            }
            if (role != kNoRole) result.push_back(role_act(static_cast<std::size_t>(role)));
        };
        if (act >= question_act(0)) {
            const auto& question = plan_.questions[act - question_act(0)];
            read(question.when, question.role);
            return result;
        }
        const auto& term = terms()[act];
        if (term.has_rule) {
            read(term.computed, term.role);
        } else {
            for (const auto question : plan_.questions_of_term[act]) result.push_back(question_act(question));
        }
        return result;
    }

    /// Depth first, with a stack of its own: a pack may chain ten thousand rules.
    void visit(std::size_t root) {
        struct Frame {
            std::size_t act;
            std::vector<std::size_t> needs;
            std::size_t next = 0;
        };
        if (state_[root] != State::New) return;
        std::vector<Frame> stack;
        const auto enter = [&](std::size_t act) {
            state_[act] = State::Entered;
            stack.push_back({act, needs(act)});
        };
        enter(root);
        while (!stack.empty()) {
            auto& frame = stack.back();
            if (frame.next == frame.needs.size()) {
                state_[frame.act] = State::Done;
                emit(frame.act);
                stack.pop_back();
                continue;
            }
            const auto needed = frame.needs[frame.next++];
            if (state_[needed] == State::New) {
                enter(needed);
            } else if (state_[needed] == State::Entered) {
                report_circle(needed, frame.act);
            }
        }
    }

    void emit(std::size_t act) {
        if (act >= role_act(0)) {
            plan_.order.push_back({Plan::ActKind::Persons, static_cast<std::uint32_t>(act - role_act(0))});
        } else if (act >= question_act(0)) {
            plan_.order.push_back({Plan::ActKind::Gate, static_cast<std::uint32_t>(act - question_act(0))});
        } else if (terms()[act].has_rule) {
            plan_.order.push_back({Plan::ActKind::Compute, static_cast<std::uint32_t>(act)});
        }
    }

    /// The rule that closes the circle is dropped, so that whatever looks through rules ends.
    void report_circle(std::size_t needed, std::size_t act) {
        const bool told = act < terms().size() && !terms()[act].has_rule;
        if (told || act >= role_act(0)) std::swap(needed, act);
        const auto [name, at] = named(act);
        const auto other = named(needed).first;
        problems_.push_back(problem(
            codes::kRuleCycle, at, fmt::format("「{}」は「{}」を通って自分の結果を待っています", name, other),
            fmt::format("\"{}\" waits for its own result through \"{}\"", name, other)));
        if (act < terms().size()) {
            terms()[act].computed = kNoNode;
        } else if (act < role_act(0)) {
            plan_.questions[act - question_act(0)].when = kNoNode;
        }
    }

    /// Rules that would take too long, or too much stack, are dropped as those that go round in circles are.
    void bound() {
        Efforts efforts(pack_.rules);
        const auto keep = [&](std::uint32_t& node, const Position& at) {
            const auto effort = efforts.of(node);
            if (effort.bearable()) return effort;
            problems_.push_back(problem(codes::kRuleTooDeep, at, "名前つき条件や計算が、重なりすぎています",
                                        "conditions and computed items go too deep into each other"));
            node = kNoNode;
            return Effort{};
        };
        for (const auto& act : plan_.order) {
            if (act.kind == Plan::ActKind::Compute)
                efforts.learn(act.index, keep(terms()[act.index].computed, named(act.index).second));
            if (act.kind == Plan::ActKind::Gate)
                keep(plan_.questions[act.index].when, named(question_act(act.index)).second);
        }
        for (std::size_t i = 0; i < plan_.procedures.size(); ++i)
            keep(plan_.procedures[i].applies_when, pack_.procedures[i].applies_when.at);
        for (auto& each : pack_.impossible) keep(each.when.node, each.when.at);
        for (std::size_t i = 0; i < plan_.sheets.size(); ++i)
            for (std::size_t field = 0; field < plan_.sheets[i].size(); ++field) {
                keep(plan_.sheets[i][field].value, pack_.sheets[i].fields[field].position);
                keep(plan_.sheets[i][field].when, pack_.sheets[i].fields[field].position);
            }
    }

    std::pair<std::string, Position> named(std::size_t act) {
        if (act >= role_act(0))
            return {pack_.rules.vocabulary.roles[act - role_act(0)].id, {"pack.toml", 0, 0}};
        if (act >= question_act(0)) {
            const auto& question = pack_.questions[act - question_act(0)];
            return {question.id, question.when.given() ? question.when.at : question.at};
        }
        const auto& term = terms()[act];
        if (term.condition) {
            const auto found = std::ranges::find(pack_.conditions, term.key, &Condition::name);
            return {term.key, found == pack_.conditions.end() ? Position{} : found->expression.at};
        }
        const auto* item = pack_.item(term.key);
        if (!item) return {term.key, {}};
        return {term.key, item->computed.given() ? item->computed.at : item->at};
    }

    enum class State : std::uint8_t { New, Entered, Done };

    Pack& pack_;
    Plan& plan_;
    std::vector<Problem>& problems_;
    std::vector<State> state_;
};

}  // namespace

void make_plan(Pack& pack, std::vector<Problem>& problems) {
    Planner(pack, problems).run();
}

}  // namespace forms
