#include "forms/sheets/slip_plan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "forms/facts/date.hpp"
#include "forms/sheets/field_words.hpp"

namespace forms {
namespace {

constexpr const char* kCityChecks = "窓口の職員が確かめます";

class Planner {
public:
    Planner(const Pack& pack, const Context& context, std::string_view language)
        : pack_(pack), context_(context), language_(language) {}

    void add(const Decision& decision) {
        const auto* procedure = pack_.procedure(decision.procedure, context_.today);
        if (procedure == nullptr || decision.outcome == Outcome::DoesNotApply) return;
        const auto row = row_of(*procedure, decision);
        if (procedure->kind == ProcedureKind::Elsewhere) return plan_.elsewhere.push_back(row);
        if (procedure->kind == ProcedureKind::Benefit) return money_.rows.push_back(row);
        if (decision.deadline) return add_dated(decision, row);
        decision.deadline_rule.empty() ? later_.rows.push_back(row) : undated_.rows.push_back(row);
    }

    SlipPlan finish() {
        for (auto& [day, group] : dated_) {
            group.heading = day_words(day, context_.today) + "まで";
            if (day < context_.today) group.note = "期限を過ぎています。窓口でご相談ください";
            for (auto& row : group.rows) row.until.clear();  // the heading says it
            plan_.groups.push_back(std::move(group));
        }
        std::ranges::stable_sort(plan_.elsewhere, [](const SlipRow& a, const SlipRow& b) {
            return a.day && (!b.day || *a.day < *b.day);
        });
        for (auto* group : {&undated_, &money_, &later_})
            if (!group->rows.empty()) plan_.groups.push_back(std::move(*group));
        int number = 0;
        for (auto& group : plan_.groups)
            for (auto& row : group.rows) {
                row.number = ++number;
                plan_.to_check += row.ask ? 1 : 0;
            }
        plan_.procedures = number;
        return std::move(plan_);
    }

private:
    void add_dated(const Decision& decision, const SlipRow& row) {
        auto& group = dated_[decision.deadline->date];
        const auto& rule = decision.deadline_rule.ja;
        if (!rule.empty() && group.note.find(rule) == std::string::npos)
            group.note += (group.note.empty() ? "" : "、") + rule;
        group.rows.push_back(row);
    }

    [[nodiscard]] SlipRow row_of(const Procedure& procedure, const Decision& decision) const {
        SlipRow row;
        row.procedure = procedure.id;
        row.ask = decision.outcome == Outcome::Ask || procedure.unverified;
        row.name = procedure.name.ja;
        if (decision.amount) row.name += "　" + with_separators(*decision.amount) + "円";
        if (!decision.reasons.empty()) row.reason = decision.reasons.front().words.ja;
        row.own_words = own_words(procedure, decision);
        if (row.ask) row.who_checks = who_checks(procedure, decision);
        if (decision.deadline) row.day = decision.deadline->date;
        if (decision.deadline)
            row.until = day_words(decision.deadline->date, context_.today) + "まで";
        else
            row.until = decision.deadline_rule.ja;
        if (const auto* division = pack_.division(procedure.division)) {
            row.place =
                division->counter.empty() ? division->name.ja : division->counter + " " + division->name.ja;
            row.phone = division->phone;
        } else {
            row.place = procedure.place.ja;
        }
        for (const auto& each : procedure.bring) row.bring.push_back(each.ja);
        row.law = procedure.law;
        return row;
    }

    [[nodiscard]] std::string own_words(const Procedure& procedure, const Decision& decision) const {
        if (language_ == "ja") return {};
        const auto* name = procedure.name.find(language_);
        if (name == nullptr) return {};
        const auto* reason =
            decision.reasons.empty() ? nullptr : decision.reasons.front().words.find(language_);
        auto words = reason == nullptr ? *name : fmt::format("{}（{}）", *name, *reason);
        std::string bring;
        for (const auto& each : procedure.bring)
            if (const auto* thing = each.find(language_)) bring += (bring.empty() ? "" : " / ") + *thing;
        return bring.empty() ? words : words + "　＋ " + bring;
    }

    [[nodiscard]] static std::string who_checks(const Procedure& procedure, const Decision& decision) {
        if (decision.outcome != Outcome::Ask && procedure.unverified) return "内容は窓口の職員が確かめます";
        for (const auto& each : decision.missing)
            if (!each.who.ja.empty()) return each.who.ja;
        return kCityChecks;
    }

    const Pack& pack_;
    const Context& context_;
    std::string_view language_;
    SlipPlan plan_;
    std::map<Date, SlipGroup> dated_;
    SlipGroup undated_{"期限を確かめるもの", "いつから数えるかを、窓口の職員が確かめます", {}};
    SlipGroup money_{"受け取れるお金", "申請しないと受け取れません", {}};
    SlipGroup later_{"急がないもの", "期限の定めがありません", {}};
};

}  // namespace

std::string day_words(Date day, Date today) {
    const auto weekday = fmt::format("（{}）", weekday_text(day));
    if (day.year() != today.year()) return wareki_text(day) + weekday;
    return fmt::format("{}月{}日{}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       weekday);
}

SlipPlan plan_slip(const Pack& pack, const Context& context, const std::vector<Decision>& decisions,
                   std::string_view language) {
    Planner planner(pack, context, language);
    for (const auto& decision : decisions) planner.add(decision);
    return planner.finish();
}

}  // namespace forms
