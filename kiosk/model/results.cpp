#include "kiosk/model/results.hpp"

#include <algorithm>
#include <tuple>

namespace kiosk {

namespace {

GroupKind kind_of(const forms::Pack& pack, const forms::Decision& decision) {
    const auto* procedure = pack.procedure(decision.procedure);
    if (procedure && procedure->kind == forms::ProcedureKind::Elsewhere) return GroupKind::Elsewhere;
    if (procedure && procedure->kind == forms::ProcedureKind::Benefit) return GroupKind::Money;
    if (decision.deadline) return GroupKind::Dated;
    const bool waits = !procedure || procedure->urgency == forms::Urgency::Usual;
    return decision.deadline_rule.empty() && waits ? GroupKind::NoHurry : GroupKind::DateUnknown;
}

std::optional<forms::Date> until_of(GroupKind kind, const forms::Decision& decision) {
    if (kind != GroupKind::Dated || !decision.deadline) return std::nullopt;
    return decision.deadline->date;
}

ResultGroup& group_for(std::vector<ResultGroup>& groups, GroupKind kind, std::optional<forms::Date> until) {
    const auto found = std::ranges::find_if(
        groups, [&](const ResultGroup& group) { return group.kind == kind && group.until == until; });
    if (found != groups.end()) return *found;
    return groups.emplace_back(ResultGroup{kind, until, {}});
}

/// A list to choose from is one row: what is so. Its value is whether anything is; empty for わからない.
ReviewRow list_row(const forms::Standing& standing, const forms::Facts& counting) {
    ReviewRow row{.question = standing.question->id,
                  .person = standing.person,
                  .item = standing.keys.front(),
                  .missing = true,
                  .several = true};
    bool known = false;
    for (const auto& key : standing.keys) {
        const auto* fact = counting.find(key);
        if (!fact) continue;
        row.missing = false;
        row.from = fact->from;
        known = known || fact->value.has_value();
        if (fact->value == forms::Value(true)) row.chosen.push_back(key);
    }
    if (known) row.value = !row.chosen.empty();
    return row;
}

}  // namespace

Results results_of(const forms::Pack& pack, const forms::Context& context, const forms::Facts& facts) {
    Results results;
    results.decisions = forms::decide(pack, context, facts);
    std::erase_if(results.decisions, [](const forms::Decision& decision) {
        return decision.outcome == forms::Outcome::DoesNotApply;
    });
    for (std::size_t i = 0; i < results.decisions.size(); ++i) {
        const auto& decision = results.decisions.at(i);
        const auto kind = kind_of(pack, decision);
        group_for(results.groups, kind, until_of(kind, decision)).decisions.push_back(i);
    }
    std::ranges::stable_sort(results.groups, [](const ResultGroup& a, const ResultGroup& b) {
        return std::tie(a.kind, a.until) < std::tie(b.kind, b.until);
    });
    return results;
}

Review review_of(const forms::Pack& pack, const forms::Context& context, const forms::Facts& facts) {
    using enum forms::QuestionState;
    const auto standings = forms::survey(pack, context, facts);
    const auto counting = forms::reachable(pack, context, facts);
    Review review;
    for (const auto& section : pack.sections) {
        ReviewSection shown{section.id, {}};
        for (const auto& standing : standings) {
            if (standing.question->section != section.id) continue;
            if (standing.state == NotNeeded || standing.state == Suspended || standing.state == Unreachable)
                continue;
            if (standing.question->several) {
                shown.rows.push_back(list_row(standing, counting));
                continue;
            }
            for (const auto& key : standing.keys) {
                const auto* fact = counting.find(key);
                shown.rows.push_back({.question = standing.question->id,
                                      .person = standing.person,
                                      .item = key,
                                      .value = fact ? fact->value : std::nullopt,
                                      .from = fact ? fact->from : forms::Provenance::Resident,
                                      .missing = fact == nullptr});
            }
        }
        if (!shown.rows.empty()) review.sections.push_back(std::move(shown));
    }
    return review;
}

std::string first_counter(const forms::Pack& pack, const std::vector<forms::Decision>& decisions) {
    const forms::Division* first = nullptr;
    for (const auto& decision : decisions) {
        const auto* procedure = pack.procedure(decision.procedure);
        const auto* division = procedure ? pack.division(procedure->division) : nullptr;
        if (division && (!first || division->order < first->order)) first = division;
    }
    return first ? first->id : std::string{};
}

}  // namespace kiosk
