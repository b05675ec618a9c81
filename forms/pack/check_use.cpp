#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

/// What of a pack is used by something that matters to a family: a procedure's rule, a deadline, a sheet, a
/// gate.
class Uses {
public:
    Uses(const Pack& pack, std::vector<Problem>& problems)
        : pack_(pack),
          problems_(problems),
          used_(pack.rules.vocabulary.terms.size(), false),
          needed_(used_),
          deciding_(used_) {}

    void run() {
        for (std::size_t i = 0; i < pack_.procedures.size(); ++i) {
            need(pack_.plan.procedures[i].applies_when);
            if (const auto start = pack_.plan.procedures[i].deadline_start; start != kNoNode)
                queue_.push_back(start);
        }
        for (const auto& fields : pack_.plan.sheets)
            for (const auto& field : fields) {
                need(field.value);
                need(field.when);
            }
        for (const auto& question : pack_.plan.questions)
            if (question.always) need(question.when);
        settle();
        mark_used();
        mark_deciding();
        report_items();
        report_conditions();
        report_questions();
        report_sheets();
        report_settings();
    }

private:
    void need(std::uint32_t node) {
        for (const auto term : terms_read(pack_.rules, node)) queue_.push_back(term);
    }

    /// Whatever a needed term rests on is needed: its rule, the number of its persons, the gates before it.
    void settle() {
        while (!queue_.empty()) {
            const auto number = queue_.back();
            queue_.pop_back();
            if (needed_[number]) continue;
            needed_[number] = true;
            const auto& term = pack_.rules.vocabulary.terms[number];
            need(term.computed);
            if (term.role != kNoRole)
                if (const auto count =
                        pack_.rules.vocabulary.roles[static_cast<std::size_t>(term.role)].count_term)
                    queue_.push_back(*count);
            for (const auto question : pack_.plan.questions_of_term[number])
                need(pack_.plan.questions[question].when);
        }
    }

    void mark_used() {
        used_ = needed_;
        for (const auto& question : pack_.plan.questions) {
            if (!question.always) continue;
            for (const auto term : question.terms) used_[term] = true;
        }
    }

    void mark_deciding() {
        for (const auto& procedure : pack_.plan.procedures)
            for (const auto term : terms_under(pack_.rules, procedure.applies_when)) deciding_[term] = true;
    }

    bool needed(const PlannedQuestion& question) const {
        return question.always ||
               std::ranges::any_of(question.terms, [&](std::uint32_t term) { return needed_[term]; });
    }

    bool reserved(const Item& item) const { return item.at.line == 0; }

    void report_items() {
        for (std::uint32_t i = 0; i < used_.size(); ++i) {
            const auto item = pack_.plan.items_of_terms[i];
            if (item == kNoNode || reserved(pack_.items[item])) continue;
            const auto& each = pack_.items[item];
            const auto& askers = pack_.plan.questions_of_term[i];
            if (needed_[i] && askers.empty() && each.supplied_by.empty() && !each.computed.given() &&
                each.key != "visit.number" && each.key != "visit.date")
                problems_.push_back(
                    problem(codes::kNobodySupplies, each.at,
                            fmt::format("項目「{}」を聞く質問も、読み取る元もありません", each.key),
                            fmt::format("no question asks item \"{}\" and nothing supplies it", each.key)));
            if (!used_[i] && askers.empty() && each.supplied_by.empty())
                problems_.push_back(problem(codes::kUnusedItem, each.at,
                                            fmt::format("項目「{}」はどこにも使われていません", each.key),
                                            fmt::format("item \"{}\" is used nowhere", each.key)));
        }
    }

    void report_conditions() {
        std::set<std::uint32_t> read;
        const auto note = [&](std::uint32_t node) {
            for (const auto term : terms_read(pack_.rules, node)) read.insert(term);
        };
        for (const auto& term : pack_.rules.vocabulary.terms) note(term.computed);
        for (const auto& each : pack_.plan.questions) note(each.when);
        for (const auto& each : pack_.impossible) note(each.when.node);
        for (const auto& each : pack_.plan.procedures) note(each.applies_when);
        for (const auto& fields : pack_.plan.sheets)
            for (const auto& field : fields) {
                note(field.value);
                note(field.when);
            }
        for (const auto& each : pack_.conditions)
            if (!read.contains(pack_.rules.vocabulary.term_by_key.at(each.name)))
                problems_.push_back(
                    problem(codes::kUnusedCondition, each.expression.at,
                            fmt::format("名前つき条件「{}」はどこにも使われていません", each.name),
                            fmt::format("condition \"{}\" is used nowhere", each.name)));
    }

    void report_questions() {
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            const auto& planned = pack_.plan.questions[i];
            const auto& question = pack_.questions[i];
            if (!planned.terms.empty() && !needed(planned))
                problems_.push_back(
                    problem(codes::kNotNeeded, question.at,
                            fmt::format("質問「{}」はどの手続にも様式にもいりません", question.id),
                            fmt::format("no procedure and no sheet needs question \"{}\"", question.id)));
            if (!question.unknown && !question.always && decides(planned))
                problems_.push_back(
                    problem(codes::kNoUnknown, question.at,
                            fmt::format("判定する質問「{}」に「わからない」がありません", question.id),
                            fmt::format("deciding question \"{}\" has no わからない", question.id)));
        }
    }

    bool decides(const PlannedQuestion& question) const {
        return std::ranges::any_of(question.terms, [&](std::uint32_t term) { return deciding_[term]; });
    }

    void report_sheets() {
        for (const auto& sheet : pack_.sheets) {
            const bool used = std::ranges::any_of(pack_.procedures, [&](const Procedure& each) {
                return std::ranges::find(each.sheets, sheet.id) != each.sheets.end();
            });
            if (!used)
                problems_.push_back(problem(codes::kUnusedSheet, sheet.position,
                                            fmt::format("様式「{}」はどの手続にも使われていません", sheet.id),
                                            fmt::format("no procedure uses sheet \"{}\"", sheet.id)));
        }
    }

    /// Settings are read by name in rules, amounts and deadlines; a rule's text is where the name stands.
    void report_settings() {
        std::set<std::string, std::less<>> named;
        const auto note = [&](std::string_view rule) {
            constexpr std::string_view kSetting = "setting.";
            for (auto at = rule.find(kSetting); at != std::string_view::npos; at = rule.find(kSetting, at)) {
                at += kSetting.size();
                const auto end =
                    std::find_if_not(rule.begin() + static_cast<std::ptrdiff_t>(at), rule.end(), in_name);
                named.emplace(rule.begin() + static_cast<std::ptrdiff_t>(at), end);
            }
        };
        for (const auto& each : pack_.items) note(each.computed.text);
        for (const auto& each : pack_.conditions) note(each.expression.text);
        for (const auto& each : pack_.questions) note(each.when.text);
        for (const auto& each : pack_.impossible) note(each.when.text);
        for (const auto& each : pack_.procedures) {
            note(each.applies_when.text);
            named.insert(each.amount_setting);
            if (each.deadline) named.insert(each.deadline->setting);
        }
        for (const auto& sheet : pack_.sheets)
            for (const auto& field : sheet.fields) {
                note(field.value.text);
                note(field.when.text);
            }
        for (const auto& setting : pack_.settings.all)
            if (!named.contains(setting.id))
                problems_.push_back(problem(codes::kUnusedSetting, setting.at,
                                            fmt::format("設定「{}」はどこにも使われていません", setting.id),
                                            fmt::format("setting \"{}\" is used nowhere", setting.id)));
    }

    static bool in_name(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    const Pack& pack_;
    std::vector<Problem>& problems_;
    std::vector<bool> used_;
    std::vector<bool> needed_;
    std::vector<bool> deciding_;        // some procedure's rule rests on it
    std::vector<std::uint32_t> queue_;  // terms to be needed
};

}  // namespace

void check_use(const Pack& pack, std::vector<Problem>& problems) {
    Uses(pack, problems).run();
}

}  // namespace forms
