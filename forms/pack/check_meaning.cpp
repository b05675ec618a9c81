#include <fmt/core.h>

#include <algorithm>

#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/possible_values.hpp"
#include "forms/rules/situation.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

constexpr std::size_t kMostTries = 20'000;

/// Whether a rule came out true and false when everything it rests on took every value that can make a
/// difference.
struct Seen {
    bool yes = false;
    bool no = false;
    bool all_tried = false;
};

/// Whether a rule rests on something of repeated persons, whose number has no end.
bool of_persons(const Rules& rules, std::uint32_t node) {
    return std::ranges::any_of(terms_under(rules, node), [&](std::uint32_t number) {
        return rules.vocabulary.terms[number].role != kNoRole;
    });
}

class Trier {
public:
    Trier(const Pack& pack, std::uint32_t node)
        : pack_(pack), node_(node), situation_(nothing_known(pack.rules.vocabulary)) {}

    Seen run() {
        Seen seen;
        if (of_persons(pack_.rules, node_)) return seen;
        told_ = told_terms(pack_.rules, node_);
        list_computed();
        std::size_t tries = 1;
        const PossibleValues possible(pack_, kDayOfTrial, node_);
        if (possible.rests_on_settings()) return seen;
        for (const auto term : told_) {
            values_.push_back(possible.of(term));
            tries *= std::max<std::size_t>(1, values_.back().size());
            if (values_.back().empty() || tries > kMostTries) return seen;
        }
        seen.all_tried = true;
        std::vector<std::size_t> choice(told_.size(), 0);
        do {
            const auto cell = value(choice);
            seen.yes = seen.yes || cell == 1;
            seen.no = seen.no || cell == 0;
        } while (!(seen.yes && seen.no) && advance(choice));
        return seen;
    }

private:
    static constexpr Date kDayOfTrial{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

    Cell value(const std::vector<std::size_t>& choice) {
        for (std::size_t i = 0; i < told_.size(); ++i)
            situation_.scalars[pack_.rules.vocabulary.terms[told_[i]].column] = values_[i][choice[i]];
        for (const auto number : computed_) {
            const auto& term = pack_.rules.vocabulary.terms[number];
            situation_.scalars[term.column] = evaluate(pack_.rules, term.computed, situation_, {});
        }
        return evaluate(pack_.rules, node_, situation_, {});
    }

    /// What has to be worked out before the rule, each after what it reads.
    void list_computed() {
        std::vector<bool> wanted(pack_.rules.vocabulary.terms.size(), false);
        for (const auto number : terms_under(pack_.rules, node_)) wanted[number] = true;
        for (const auto& act : pack_.plan.order)
            if (act.kind == Plan::ActKind::Compute && wanted[act.index]) computed_.push_back(act.index);
    }

    bool advance(std::vector<std::size_t>& choice) const {
        for (std::size_t i = 0; i < choice.size(); ++i) {
            if (++choice[i] < values_[i].size()) return true;
            choice[i] = 0;
        }
        return false;
    }

    const Pack& pack_;
    std::uint32_t node_;
    Situation situation_;
    std::vector<std::uint32_t> told_;
    std::vector<std::uint32_t> computed_;
    std::vector<std::vector<Cell>> values_;
};

bool constant(const Pack& pack, std::uint32_t node) {
    return pack.rules.nodes[node].op == Op::Literal;
}

void check_procedure(const Pack& pack, const Procedure& procedure, std::vector<Problem>& problems) {
    const auto& rule = procedure.applies_when;
    if (rule.node == kNoNode) return;
    if (constant(pack, rule.node)) {
        if (pack.rules.nodes[rule.node].value == 0)
            problems.push_back(problem(codes::kNeverApplies, rule.at,
                                       fmt::format("手続「{}」は決して対象になりません", procedure.id),
                                       fmt::format("procedure \"{}\" can never apply", procedure.id)));
        return;
    }
    const auto seen = Trier(pack, rule.node).run();
    if (!seen.all_tried || (seen.yes && seen.no)) return;
    if (!seen.yes)
        problems.push_back(problem(codes::kNeverApplies, rule.at,
                                   fmt::format("手続「{}」は決して対象になりません", procedure.id),
                                   fmt::format("procedure \"{}\" can never apply", procedure.id)));
    else
        problems.push_back(problem(codes::kAlwaysApplies, rule.at,
                                   fmt::format("手続「{}」は必ず対象になります", procedure.id),
                                   fmt::format("procedure \"{}\" always applies", procedure.id)));
}

void check_gate(const Pack& pack, std::size_t number, std::vector<Problem>& problems) {
    const auto& question = pack.questions[number];
    const auto& rule = question.when;
    if (rule.node == kNoNode) return;
    const bool never = constant(pack, rule.node) ? pack.rules.nodes[rule.node].value == 0 : [&] {
        const auto seen = Trier(pack, rule.node).run();
        return seen.all_tried && !seen.yes;
    }();
    if (never)
        problems.push_back(problem(codes::kNeverReached, rule.at,
                                   fmt::format("質問「{}」は決して出ません", question.id),
                                   fmt::format("question \"{}\" can never be reached", question.id)));
}

/// A gate that waits for a question further down makes the interview jump.
void check_order(const Pack& pack, std::size_t number, std::vector<Problem>& problems) {
    const auto& question = pack.plan.questions[number];
    if (question.when == kNoNode || of_persons(pack.rules, question.when)) return;
    for (const auto term : told_terms(pack.rules, question.when)) {
        const auto& askers = pack.plan.questions_of_term[term];
        if (askers.empty() ||
            std::ranges::any_of(askers, [&](std::uint32_t asker) { return asker < number; }))
            continue;
        const auto& later = pack.questions[askers.front()];
        problems.push_back(problem(codes::kGateLater, pack.questions[number].when.at,
                                   fmt::format("質問「{}」は、後にある質問「{}」の答えを待ちます",
                                               pack.questions[number].id, later.id),
                                   fmt::format("question \"{}\" waits for the later question \"{}\"",
                                               pack.questions[number].id, later.id)));
        return;
    }
}

void check_validity(const Pack& pack, std::vector<Problem>& problems) {
    for (const auto& procedure : pack.procedures) {
        if (!procedure.valid_until) continue;
        const Procedure* next = nullptr;
        for (const auto& other : pack.procedures)
            if (other.id == procedure.id && other.valid_from && *other.valid_from > *procedure.valid_until)
                if (!next || *other.valid_from < *next->valid_from) next = &other;
        if (!next) continue;
        const Date day_after{std::chrono::sys_days{*procedure.valid_until} + std::chrono::days{1}};
        if (*next->valid_from != day_after)
            problems.push_back(
                problem(codes::kValidityGap, next->at,
                        fmt::format("手続「{}」の有効期間にすき間があります", procedure.id),
                        fmt::format("there is a gap between the periods of procedure \"{}\"", procedure.id)));
    }
}

}  // namespace

void check_meaning(const Pack& pack, std::vector<Problem>& problems) {
    for (const auto& procedure : pack.procedures) check_procedure(pack, procedure, problems);
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        check_gate(pack, i, problems);
        check_order(pack, i, problems);
    }
    check_validity(pack, problems);
}

}  // namespace forms
