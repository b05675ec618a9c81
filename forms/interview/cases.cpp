#include "forms/interview/cases.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/interview/board.hpp"
#include "forms/interview/interview.hpp"

namespace forms {
namespace {

std::string_view words_of(Outcome outcome, bool english) {
    switch (outcome) {
        case Outcome::Applies:
            return english ? "applies" : "対象";
        case Outcome::Ask:
            return english ? "ask" : "要確認";
        case Outcome::DoesNotApply:
            return english ? "does not apply" : "対象外";
    }
    return {};
}

class Runner {
public:
    Runner(const Pack& pack, const Case& example, CaseReport& report)
        : example_(example),
          report_(report),
          decisions_(decide(pack, {example.event, example.as_of}, example.facts)) {}

    void run() {
        for (const auto& id : example_.applies) expect(id, Outcome::Applies);
        for (const auto& id : example_.ask) expect(id, Outcome::Ask);
        expect_no_others();
        for (const auto& [id, date] : example_.dates) expect_deadline(id, date);
        for (const auto& [id, words] : example_.reasons) expect_reason(id, words);
    }

private:
    const Decision* find(const std::string& id) {
        const auto found = std::ranges::find(decisions_, id, &Decision::procedure);
        if (found != decisions_.end()) return &*found;
        miss(fmt::format("{}: このライフイベントと日付では判定されません", id),
             fmt::format("{}: is not decided for this event and day", id));
        return nullptr;
    }

    void miss(std::string ja, std::string en) {
        report_.disappointments.push_back({example_.name, example_.at, std::move(ja), std::move(en)});
    }

    void expect(const std::string& id, Outcome outcome) {
        const auto* decision = find(id);
        if (!decision || decision->outcome == outcome) return;
        std::string because;
        std::string because_en;
        for (const auto& reason : decision->reasons) {
            because += (because.empty() ? "" : "、") + reason.words.ja;
            because_en += (because_en.empty() ? "" : "; ") + reason.words.in("en");
        }
        miss(fmt::format("{}: {}のはずが{}です ({})", id, words_of(outcome, false),
                         words_of(decision->outcome, false), because),
             fmt::format("{}: should be \"{}\" and is \"{}\" ({})", id, words_of(outcome, true),
                         words_of(decision->outcome, true), because_en));
    }

    static bool named(const std::vector<std::string>& ids, const std::string& id) {
        return std::ranges::find(ids, id) != ids.end();
    }

    void expect_no_others() {
        for (const auto& each : decisions_) {
            if (each.outcome == Outcome::DoesNotApply) continue;
            // A procedure named under the other outcome was told above.
            if (named(example_.applies, each.procedure) || named(example_.ask, each.procedure)) continue;
            miss(fmt::format("{}: 書かれていないのに{}です", each.procedure, words_of(each.outcome, false)),
                 fmt::format("{}: is not named and is \"{}\"", each.procedure, words_of(each.outcome, true)));
        }
    }

    void expect_deadline(const std::string& id, Date date) {
        const auto* decision = find(id);
        if (!decision || (decision->deadline && decision->deadline->date == date)) return;
        const auto found = decision->deadline ? iso_text(decision->deadline->date) : std::string("-");
        miss(fmt::format("{}: 期限は {} のはずが {} です", id, iso_text(date), found),
             fmt::format("{}: the deadline should be {} and is {}", id, iso_text(date), found));
    }

    void expect_reason(const std::string& id, const std::string& words) {
        const auto* decision = find(id);
        if (!decision) return;
        if (std::ranges::any_of(decision->reasons,
                                [&](const Reason& each) { return each.words.ja == words; }))
            return;
        miss(fmt::format("{}: 理由に「{}」がありません", id, words),
             fmt::format("{}: \"{}\" is not among its reasons", id, words));
    }

    const Case& example_;
    CaseReport& report_;
    std::vector<Decision> decisions_;
};

/// Every rule of a pack with its name, once.
class Meter {
public:
    Meter(const Pack& pack, CaseReport& report) : pack_(pack), report_(report) {
        for (const auto& each : pack.conditions) add("condition " + each.name, each.expression);
        for (const auto& each : pack.questions) add("question " + each.id, each.when);
        for (const auto& each : pack.procedures) add("procedure " + each.id, each.applies_when);
    }

    void measure(const Case& example) {
        const auto told = read_told(pack_, {example.event, example.as_of}, example.facts);
        const auto board = work_out(pack_, told);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const auto cell = evaluate(pack_.rules, nodes_[i], board.situation, {});
            auto& coverage = report_.coverage[i];
            if (!is_known(cell))
                ++coverage.seen_unknown;
            else if (cell != 0)
                ++coverage.seen_true;
            else
                ++coverage.seen_false;
        }
    }

private:
    /// Rules about one person of several have no one value; constants have no other.
    void add(std::string name, const Expression& rule) {
        if (rule.node == kNoNode || pack_.rules.nodes[rule.node].op == Op::Literal || of_person(rule.node))
            return;
        nodes_.push_back(rule.node);
        report_.coverage.push_back({std::move(name), rule.at, 0, 0, 0});
    }

    bool of_person(std::uint32_t at) const {
        const auto& node = pack_.rules.nodes[at];
        if (node.op == Op::OfPerson) return true;
        if (node.op == Op::Any || node.op == Op::All || node.op == Op::Count) return false;
        for (std::uint32_t i = 0; i < node.count; ++i)
            if (of_person(pack_.rules.children[node.first + i])) return true;
        return false;
    }

    const Pack& pack_;
    CaseReport& report_;
    std::vector<std::uint32_t> nodes_;
};

}  // namespace

CaseReport run_cases(const Pack& pack, const std::vector<Case>& cases) {
    CaseReport report;
    report.cases = cases.size();
    Meter meter(pack, report);
    for (const auto& each : cases) {
        Runner(pack, each, report).run();
        meter.measure(each);
    }
    return report;
}

}  // namespace forms
