#include "forms/sheets/slip_plan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
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
        if (row.day && !row.passed && (!plan_.next || *row.day < *plan_.next)) plan_.next = row.day;
        if (procedure->kind == ProcedureKind::Elsewhere) return plan_.elsewhere.push_back(row);
        plan_.passed += row.passed ? 1 : 0;
        if (decision.deadline) {
            const bool may_wait =
                procedure->kind == ProcedureKind::Benefit || procedure->kind == ProcedureKind::Guide;
            const bool far = decision.deadline->date > a_year_from(context_.today);
            return may_wait && far ? money_.rows.push_back(row) : add_dated(decision, row);
        }
        undated_group(*procedure, decision).rows.push_back(row);
    }

    SlipPlan finish() {
        const auto by_day = [](const SlipRow& a, const SlipRow& b) {
            return a.day && (!b.day || *a.day < *b.day);
        };
        std::ranges::stable_sort(plan_.elsewhere, by_day);
        // What has no day here loses a month's money with every month that goes by.
        std::ranges::stable_sort(money_.rows, [](const SlipRow& a, const SlipRow& b) {
            return b.day && (!a.day || *a.day < *b.day);
        });
        const auto soon = std::chrono::sys_days(context_.today) + std::chrono::days(31);
        put(first_);
        auto dated = dated_.begin();
        for (; dated != dated_.end() && std::chrono::sys_days(dated->first) <= soon; ++dated)
            put_dated(dated->first, dated->second);
        put(soon_);
        for (; dated != dated_.end(); ++dated) put_dated(dated->first, dated->second);
        for (auto* group : {&undated_, &money_, &later_}) put(*group);
        number_rows();
        return std::move(plan_);
    }

private:
    [[nodiscard]] static Date a_year_from(Date day) {
        return Date(std::chrono::sys_days(day) + std::chrono::days(365));
    }

    SlipGroup& undated_group(const Procedure& procedure, const Decision& decision) {
        if (procedure.urgency == Urgency::First) return first_;
        if (procedure.urgency == Urgency::Soon) return soon_;
        if (procedure.kind == ProcedureKind::Benefit) return money_;
        return decision.deadline_rule.empty() ? later_ : undated_;
    }

    void add_dated(const Decision& decision, const SlipRow& row) {
        auto& group = dated_[decision.deadline->date];
        const auto& rule = decision.deadline_rule.ja;
        if (!rule.empty() && group.note.find(rule) == std::string::npos)
            group.note += (group.note.empty() ? "" : "、") + rule;
        group.rows.push_back(row);
        const auto* procedure = pack_.procedure(decision.procedure, context_.today);
        group.rows.back().until = more_than_the_day(*procedure);  // the heading says the day
    }

    void put(SlipGroup& group) {
        if (!group.rows.empty()) plan_.groups.push_back(std::move(group));
    }

    void put_dated(Date day, SlipGroup& group) {
        group.heading = day_words(day, context_.today) + "まで";
        if (day < context_.today) group.note = "期限を過ぎています。窓口でご相談ください";
        put(group);
    }

    void number_rows() {
        for (auto& group : plan_.groups)
            for (auto& row : group.rows) {
                row.number = ++plan_.procedures;
                plan_.to_check += row.ask ? 1 : 0;
            }
    }

    // The pack's words for the limit, where they are not the period again that the day was counted by.
    [[nodiscard]] static std::string more_than_the_day(const Procedure& procedure) {
        constexpr std::array kUnits{"日", "か月", "年"};
        const auto& note = procedure.deadline_note.ja;
        const auto period = fmt::format("{}{}", procedure.deadline->value,
                                        kUnits.at(static_cast<std::size_t>(procedure.deadline->unit)));
        const bool again =
            procedure.kind != ProcedureKind::Elsewhere && note.find(period) != std::string::npos;
        return again ? std::string() : note;
    }

    // 「令和10年11月20日（月）まで」, and the pack's own words where they say more.
    [[nodiscard]] std::string until_of(const Procedure& procedure, const Decision& decision) const {
        if (!decision.deadline)
            return procedure.deadline_note.ja.empty() ? decision.deadline_rule.ja
                                                      : procedure.deadline_note.ja;
        const auto day = day_words(decision.deadline->date, context_.today);
        const auto limit =
            decision.deadline->date < context_.today ? day + "の期限を過ぎています" : day + "まで";
        const auto note = more_than_the_day(procedure);
        return note.empty() ? limit : limit + "（" + note + "）";
    }

    [[nodiscard]] static std::string name_of(const Procedure& procedure, const Decision& decision) {
        if (!decision.amount) return procedure.name.ja;
        return fmt::format("{}　{}{}円", procedure.name.ja, procedure.pays_out() ? "" : "手数料",
                           with_separators(*decision.amount));
    }

    [[nodiscard]] SlipRow row_of(const Procedure& procedure, const Decision& decision) const {
        SlipRow row;
        row.procedure = procedure.id;
        row.ask = decision.outcome == Outcome::Ask || procedure.unverified;
        row.name = name_of(procedure, decision);
        row.amount_note = procedure.amount_note.ja;
        row.note = procedure.note.ja;
        if (!decision.reasons.empty()) row.reason = decision.reasons.front().words.ja;
        row.own_words = own_words(procedure, decision);
        if (row.ask) row.who_checks = who_checks(procedure, decision);
        if (decision.deadline) row.day = decision.deadline->date;
        row.passed = row.day && *row.day < context_.today;
        row.until = until_of(procedure, decision);
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
        if (const auto* note = procedure.deadline_note.find(language_)) words += "　" + *note;
        std::string bring;
        for (const auto& each : procedure.bring)
            if (const auto* thing = each.find(language_)) bring += (bring.empty() ? "" : " / ") + *thing;
        return bring.empty() ? words : words + "　＋ " + bring;
    }

    [[nodiscard]] static std::string who_checks(const Procedure& procedure, const Decision& decision) {
        if (decision.outcome != Outcome::Ask && procedure.unverified) return "内容は窓口の職員が確かめます";
        for (const auto& each : decision.missing)  // its first sentence; the screen says the rest
            if (!each.who.ja.empty()) return each.who.ja.substr(0, each.who.ja.find("。"));
        return kCityChecks;
    }

    const Pack& pack_;
    const Context& context_;
    std::string_view language_;
    SlipPlan plan_;
    std::map<Date, SlipGroup> dated_;
    SlipGroup undated_{"期限を確かめるもの", "いつから数えるかを、窓口の職員が確かめます", {}};
    SlipGroup money_{"受け取れるお金", "申請しないと受け取れません", {}};
    SlipGroup first_{"先にするもの", "ほかの手続きより先に、窓口でご相談ください", {}};
    SlipGroup soon_{"早めにするもの", "期限の日付は出せませんが、早めの手続きが要ります", {}};
    SlipGroup later_{"急がないもの", "決まった期限はありません", {}};
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
