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
          needed_(used_) {}

    void run() {
        for (std::size_t i = 0; i < pack_.procedures.size(); ++i) {
            need(pack_.plan.procedures[i].applies_when);
            if (const auto start = pack_.plan.procedures[i].deadline_start; start != kNoNode)
                need_term(start);
        }
        for (const auto& fields : pack_.plan.sheets)
            for (const auto& field : fields) {
                need(field.value);
                need(field.when);
            }
        spread_through_gates();
        report_items();
        report_conditions();
        report_questions();
        report_sheets();
        report_settings();
    }

private:
    void need(std::uint32_t node) {
        for (const auto term : terms_read(pack_.rules, node)) need_term(term);
    }

    void need_term(std::uint32_t number) {
        if (needed_[number]) return;
        needed_[number] = true;
        const auto& term = pack_.rules.vocabulary.terms[number];
        need(term.computed);
        if (term.role != kNoRole)
            if (const auto count =
                    pack_.rules.vocabulary.roles[static_cast<std::size_t>(term.role)].count_term)
                need_term(*count);
    }

    /// A gate is needed when its question is.
    void spread_through_gates() {
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& question : pack_.plan.questions) {
                if (!needed(question) || question.when == kNoNode) continue;
                const auto before = std::ranges::count(needed_, true);
                need(question.when);
                grew = grew || std::ranges::count(needed_, true) != before;
            }
        }
        used_ = needed_;
        for (const auto& question : pack_.plan.questions) {
            if (!question.always) continue;
            for (const auto term : question.terms) used_[term] = true;
        }
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

    bool decides(const PlannedQuestion& question) {
        std::vector<bool> rules(needed_.size(), false);
        std::vector<std::uint32_t> queue;
        for (const auto& each : pack_.plan.procedures)
            for (const auto term : terms_read(pack_.rules, each.applies_when)) queue.push_back(term);
        while (!queue.empty()) {
            const auto term = queue.back();
            queue.pop_back();
            if (rules[term]) continue;
            rules[term] = true;
            for (const auto each : terms_read(pack_.rules, pack_.rules.vocabulary.terms[term].computed))
                queue.push_back(each);
        }
        return std::ranges::any_of(question.terms, [&](std::uint32_t term) { return rules[term]; });
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
        std::string all;
        for (const auto& each : pack_.items) all += each.computed.text + '\n';
        for (const auto& each : pack_.conditions) all += each.expression.text + '\n';
        for (const auto& each : pack_.questions) all += each.when.text + '\n';
        for (const auto& each : pack_.procedures) {
            all += each.applies_when.text + "\nsetting." + each.amount_setting + '\n';
            if (each.deadline) all += "setting." + each.deadline->setting + '\n';
        }
        for (const auto& sheet : pack_.sheets)
            for (const auto& field : sheet.fields) all += field.value.text + '\n' + field.when.text + '\n';
        for (const auto& setting : pack_.settings.all)
            if (!mentions(all, "setting." + setting.id))
                problems_.push_back(problem(codes::kUnusedSetting, setting.at,
                                            fmt::format("設定「{}」はどこにも使われていません", setting.id),
                                            fmt::format("setting \"{}\" is used nowhere", setting.id)));
    }

    static bool mentions(const std::string& text, const std::string& name) {
        const auto word = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        };
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            if (!word(text[at + name.size()])) return true;
        return false;
    }

    const Pack& pack_;
    std::vector<Problem>& problems_;
    std::vector<bool> used_;
    std::vector<bool> needed_;
};

}  // namespace

void check_use(const Pack& pack, std::vector<Problem>& problems) {
    Uses(pack, problems).run();
}

}  // namespace forms
