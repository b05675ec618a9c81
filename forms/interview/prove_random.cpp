#include <algorithm>
#include <random>

#include "forms/interview/plain.hpp"
#include "forms/interview/possible.hpp"
#include "forms/interview/prove.hpp"

namespace forms {
namespace {

constexpr unsigned kUnknownPercent = 8;
constexpr unsigned kEditPercent = 8;

/// One person's visits: a truth is drawn, the interview asks, the person answers from the truth, sometimes
/// says わからない, sometimes goes back and changes an answer (and with it the truth).
class Visitor {
public:
    Visitor(const Pack& pack, std::uint64_t event, Date today, NextQuestion next, std::uint64_t seed)
        : pack_(pack),
          plain_(pack),
          possible_(possible_facts(pack, event, today)),
          dependents_(pack, event),
          nothing_(pack, nothing_told(pack, event, today), &dependents_),
          agenda_(nothing_),
          truth_(empty_truth(pack, today)),
          next_(next),
          random_(seed) {
        values_.resize(possible_.size());
        possible_of_.assign(pack.rules.vocabulary.terms.size() * kProvedPersons, 0);
        for (std::size_t i = 0; i < possible_.size(); ++i) possible_of_[slot(possible_[i].leaf)] = i;
    }

    /// One visit; the fault that it shows, if any.
    std::optional<Fault> visit(Proof& proof) {
        agenda_ = nothing_;
        said_.clear();
        for (std::size_t i = 0; i < possible_.size(); ++i) draw(i);
        // What nobody asks comes from the city's records, or does not come.
        for (std::size_t i = 0; i < possible_.size(); ++i)
            if (!possible_[i].asked && possible_[i].leaf.person < 0 && chance(50))
                agenda_.tell(possible_[i].leaf, values_[i]);
        const auto most = possible_.size() * 4 + 16;
        for (std::size_t steps = 0; steps < most; ++steps) {
            ++proof.states;
            agenda_.settle();
            if (!said_.empty() && chance(kEditPercent) && edits_left_ > 0) {
                change_an_answer(proof);
                continue;
            }
            const auto ask = next_ ? next_(agenda_) : agenda_.next();
            if (!ask) return judge_all();
            answer(*ask, proof);
        }
        return fault("", "質問が終わりません", "the interview does not end");
    }

private:
    std::size_t slot(const Leaf& leaf) const {
        return leaf.term * kProvedPersons + (leaf.person < 0 ? 0U : static_cast<std::size_t>(leaf.person));
    }

    bool chance(unsigned percent) { return random_() % 100 < percent; }

    void draw(std::size_t which) {
        values_[which] = possible_[which].values[random_() % possible_[which].values.size()];
        set_truth(pack_, truth_, possible_[which], values_[which]);
    }

    void answer(const Ask& ask, Proof& proof) {
        const auto& question = pack_.plan.questions[ask.question];
        const bool unknown = pack_.questions[ask.question].unknown && chance(kUnknownPercent);
        ++proof.answers;
        for (const auto term : question.terms) {
            const Leaf leaf{
                term, question.role == kNoRole ? std::int8_t{-1} : static_cast<std::int8_t>(ask.person)};
            if (cell_of(pack_.rules, agenda_.board().situation, leaf) != kUnsaid) continue;
            const auto which = possible_of_[slot(leaf)];
            agenda_.tell(leaf, unknown ? kSaidUnknown : values_[which]);
            said_.push_back(which);
        }
    }

    /// Back to any earlier answer, which now is another one.
    void change_an_answer(Proof& proof) {
        --edits_left_;
        const auto which = said_[random_() % said_.size()];
        draw(which);
        agenda_.tell(possible_[which].leaf, values_[which]);
        ++proof.edits;
    }

    std::optional<Fault> judge_all() {
        edits_left_ = kMostEdits;
        for (const auto& verdict : agenda_.verdicts()) {
            const auto& id = pack_.procedures[verdict.procedure].id;
            if (!is_known(verdict.cell)) {
                if (!excused(verdict.procedure))
                    return fault(id, "すべての質問に答えても要確認のままです",
                                 "it stays 要確認 although every question was answered");
                continue;
            }
            const bool plain = plain_.applies(verdict.procedure, truth_);
            if (plain && verdict.cell == 0)
                return fault(id, "対象外と出ますが、条件は真です (もれ)",
                             "it is left out although its condition is true");
            if (!plain && verdict.cell != 0)
                return fault(id, "対象と出ますが、条件は偽です",
                             "it is listed although its condition is false");
        }
        return {};
    }

    /// 要確認 is right when somebody said わからない, or nobody was there to be asked, on the way to this
    /// procedure.
    bool excused(std::uint32_t procedure) {
        std::vector<Leaf> leaves;
        add_missing(pack_.rules, pack_.plan.procedures[procedure].applies_when, agenda_.board().situation, {},
                    leaves);
        return std::ranges::any_of(leaves, [&](const Leaf& leaf) { return excused(leaf, 0); });
    }

    bool excused(const Leaf& leaf, int depth) {
        constexpr int kDeepest = 32;
        const auto cell = cell_of(pack_.rules, agenda_.board().situation, leaf);
        const auto& possible = possible_[possible_of_[slot(leaf)]];
        if (cell == kSaidUnknown || !possible.asked) return true;
        if (depth > kDeepest) return false;
        // Out of reach: the gate that closed it may itself rest on わからない.
        for (const auto question : pack_.plan.questions_of_term[leaf.term]) {
            std::vector<Leaf> gate;
            Whose whose;
            if (const auto role = pack_.plan.questions[question].role; role != kNoRole)
                whose.person[role] = leaf.person;
            add_missing(pack_.rules, pack_.plan.questions[question].when, agenda_.board().situation, whose,
                        gate);
            if (std::ranges::any_of(gate, [&](const Leaf& each) { return excused(each, depth + 1); }))
                return true;
        }
        return false;
    }

    std::optional<Fault> fault(const std::string& procedure, std::string what, std::string what_en) {
        Fault found{procedure, std::move(what), std::move(what_en), {}};
        for (std::size_t i = 0; i < possible_.size(); ++i) {
            const auto cell = told_of(pack_, agenda_.told(), possible_[i].leaf);
            if (cell != kUnsaid) found.visit.push_back(spoken(pack_, possible_[i].leaf, cell));
        }
        return found;
    }

    static constexpr int kMostEdits = 6;

    const Pack& pack_;
    Plain plain_;
    std::vector<Possible> possible_;
    std::vector<std::size_t> possible_of_;
    Dependents dependents_;
    Agenda nothing_;  // nothing told yet
    Agenda agenda_;
    Truth truth_;
    std::vector<Cell> values_;
    std::vector<std::size_t> said_;
    NextQuestion next_;
    std::mt19937_64 random_;
    int edits_left_ = kMostEdits;
};

}  // namespace

void Prover::visit_at_random(std::uint64_t visits, std::uint64_t seed) {
    Visitor visitor(*pack_, event_bit(*pack_, event_), today_, next_, seed);
    for (std::uint64_t i = 0; i < visits; ++i) {
        ++proof_.visits;
        if (auto fault = visitor.visit(proof_)) add(std::move(*fault));
    }
}

}  // namespace forms
