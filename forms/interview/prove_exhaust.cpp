#include <algorithm>
#include <random>

#include "forms/interview/plain.hpp"
#include "forms/interview/possible.hpp"
#include "forms/interview/prove.hpp"
#include "forms/interview/slice.hpp"

namespace forms {
namespace {

constexpr std::uint64_t kMostStates = 40'000'000;  // of one procedure; beyond, branches are drawn at random
constexpr std::size_t kMostTruths = 65536;  // at the end of one visit; beyond, they are drawn at random
constexpr unsigned kAppliesBit = 1;
constexpr unsigned kNotBit = 2;
constexpr unsigned kAskBit = 4;

/// Goes through the interview of one slice like a tree: at each question down every answer.
class Explorer {
public:
    Explorer(const Pack& pack, const Pack& slice, std::uint64_t event, Date today, NextQuestion next)
        : slice_(slice),
          plain_(slice),
          possible_(possible_facts(slice, event, today)),
          dependents_(slice, event),
          agenda_(slice, nothing_told(slice, event, today), &dependents_),
          truth_(empty_truth(slice, today)),
          next_(next) {
        for (const auto& question : slice.questions) always_.push_back(pack.question(question.id)->always);
    }

    /// What no question asks is told at the start, in every way, or not at all.
    void run(std::size_t from = 0) {
        while (from < possible_.size() && (possible_[from].asked || possible_[from].leaf.person >= 0)) ++from;
        if (from == possible_.size()) {
            explore();
            return;
        }
        const auto& given = possible_[from];
        ++excused_;
        run(from + 1);
        --excused_;
        for (const auto value : given.values) {
            say(given.leaf, value);
            run(from + 1);
            unsay(given.leaf);
        }
    }

    std::uint64_t states = 0;
    bool sampled = false;
    std::optional<Fault> fault;

private:
    struct Said {
        Leaf leaf;
        Cell cell;
    };

    void say(const Leaf& leaf, Cell cell) {
        agenda_.tell(leaf, cell);
        visit_.push_back({leaf, cell});
    }

    void unsay(const Leaf& leaf) {
        agenda_.tell(leaf, kUnsaid);
        visit_.pop_back();
    }

    /// The outcomes that the visits below this point can end with.
    unsigned explore() {
        ++states;
        agenda_.settle();
        const auto ask = next_ ? next_(agenda_) : agenda_.next();
        if (!ask) return finish();
        if (visit_.size() > possible_.size() + 8) {
            report("質問が終わりません", "the interview does not end");
            return kAskBit;
        }
        return answer_all(*ask);
    }

    std::vector<const Possible*> asked_by(const Ask& ask) const {
        std::vector<const Possible*> asked;
        for (const auto term : slice_.plan.questions[ask.question].terms) {
            const auto role = slice_.rules.vocabulary.terms[term].role;
            const Leaf leaf{term, role == kNoRole ? std::int8_t{-1} : static_cast<std::int8_t>(ask.person)};
            if (cell_of(slice_.rules, agenda_.board().situation, leaf) != kUnsaid) continue;
            const auto found = std::ranges::find(possible_, leaf, &Possible::leaf);
            if (found != possible_.end()) asked.push_back(&*found);
        }
        return asked;
    }

    unsigned answer_all(const Ask& ask) {
        const auto asked = asked_by(ask);
        if (asked.empty()) {
            report("答えのある質問をもう一度出しています",
                   "a question is asked again although it was answered");
            return kAskBit;
        }
        unsigned all = 0;
        bool alike = true;
        unsigned first = 0;
        std::vector<std::size_t> choice(asked.size(), 0);
        do {
            if (states > kMostStates && !pick(choice, asked)) break;
            for (std::size_t i = 0; i < asked.size(); ++i) say(asked[i]->leaf, asked[i]->values[choice[i]]);
            const auto outcomes = explore();
            for (std::size_t i = asked.size(); i-- > 0;) unsay(asked[i]->leaf);
            alike = alike && (first == 0 || outcomes == first);
            first = outcomes;
            all |= outcomes;
        } while (states > kMostStates ? false : advance(choice, asked));
        const auto& question = slice_.questions[ask.question];
        const bool single = (all & (all - 1)) == 0;
        const bool exact = std::ranges::all_of(asked, [](const Possible* each) { return each->exact; });
        if (alike && single && exact && !sampled && excused_ == 0 && !said_unknown())
            report("どう答えても結果が変わらない質問「" + question.id + "」が出ます",
                   "question \"" + question.id + "\" is asked although no answer changes the outcome");
        if (question.unknown) return all | answer_unknown(asked);
        // Without a name and a day of death no visit goes on: what every visit asks may insist on an answer.
        if (!always_[ask.question])
            report("判定を左右する質問「" + question.id + "」に「わからない」がありません",
                   "question \"" + question.id + "\" decides and has no わからない");
        return all;
    }

    bool said_unknown() const {
        return std::ranges::any_of(visit_, [](const Said& said) { return said.cell == kSaidUnknown; });
    }

    unsigned answer_unknown(const std::vector<const Possible*>& asked) {
        for (const auto* each : asked) say(each->leaf, kSaidUnknown);
        const auto outcomes = explore();
        for (std::size_t i = asked.size(); i-- > 0;) unsay(asked[i]->leaf);
        return outcomes;
    }

    static bool advance(std::vector<std::size_t>& choice, const std::vector<const Possible*>& asked) {
        for (std::size_t i = 0; i < choice.size(); ++i) {
            if (++choice[i] < asked[i]->values.size()) return true;
            choice[i] = 0;
        }
        return false;
    }

    /// Past the budget one branch is drawn instead of all being taken.
    bool pick(std::vector<std::size_t>& choice, const std::vector<const Possible*>& asked) {
        sampled = true;
        for (std::size_t i = 0; i < choice.size(); ++i) choice[i] = random_() % asked[i]->values.size();
        return true;
    }

    unsigned finish() {
        const auto verdict = agenda_.verdicts().empty() ? kUnsaid : agenda_.verdicts().front().cell;
        if (!is_known(verdict)) {
            if (!said_unknown() && excused_ == 0)
                report("すべての質問に答えても要確認のままです",
                       "it stays 要確認 although every question was answered");
            return kAskBit;
        }
        compare_truths(verdict != 0);
        return verdict != 0 ? kAppliesBit : kNotBit;
    }

    /// Every truth that fits what was told must have the outcome that was found.
    void compare_truths(bool applies) {
        std::vector<const Possible*> open;
        std::size_t truths = 1;
        for (const auto& each : possible_) {
            const auto cell = told_of(slice_, agenda_.told(), each.leaf);
            if (is_known(cell)) {
                set_truth(slice_, truth_, each, cell);
            } else {
                open.push_back(&each);
                truths = std::min(truths * each.values.size(), kMostTruths + 1);
            }
        }
        std::vector<std::size_t> choice(open.size(), 0);
        std::size_t seen = 0;
        do {
            if (truths > kMostTruths) pick(choice, open);
            for (std::size_t i = 0; i < open.size(); ++i)
                set_truth(slice_, truth_, *open[i], open[i]->values[choice[i]]);
            ++states;
            if (plain_.applies(0, truth_) != applies) return report_truth(applies, open, choice);
            if (++seen >= kMostTruths) return;
        } while (advance(choice, open));
    }

    void report_truth(bool applies, const std::vector<const Possible*>& open,
                      const std::vector<std::size_t>& choice) {
        for (std::size_t i = 0; i < open.size(); ++i)
            visit_.push_back({open[i]->leaf, open[i]->values[choice[i]]});
        if (applies) {
            report("対象と出ますが、条件は偽です", "it is listed although its condition is false");
        } else {
            report("対象外と出ますが、条件は真です (もれ)", "it is left out although its condition is true");
        }
        visit_.resize(visit_.size() - open.size());
    }

    void report(std::string what, std::string what_en) {
        if (fault && fault->visit.size() <= visit_.size()) return;
        Fault found{slice_.procedures.front().id, std::move(what), std::move(what_en), {}};
        for (const auto& said : visit_) found.visit.push_back(spoken(slice_, said.leaf, said.cell));
        fault = std::move(found);
    }

    const Pack& slice_;
    Plain plain_;
    std::vector<Possible> possible_;
    Dependents dependents_;
    Agenda agenda_;
    Truth truth_;
    NextQuestion next_;
    std::vector<bool> always_;  // of each question, in the whole pack
    std::vector<Said> visit_;
    int excused_ = 0;  // facts that nobody is asked for and that were not told
    std::mt19937 random_{1};
};

}  // namespace

Prover::Prover(const Pack& pack, std::string event, Date today, NextQuestion next)
    : pack_(&pack), event_(std::move(event)), today_(today), next_(next) {}

void Prover::exhaust(std::uint32_t procedure) {
    const auto event = event_bit(*pack_, event_);
    const auto slice = slice_of(*pack_, procedure, event);
    Explorer explorer(*pack_, slice, event, today_, next_);
    explorer.run();
    ++proof_.procedures;
    proof_.states += explorer.states;
    proof_.sampled += explorer.sampled ? 1U : 0U;
    if (explorer.fault) add(std::move(*explorer.fault));
}

std::vector<std::uint32_t> Prover::procedures() const {
    std::vector<std::uint32_t> result;
    const auto event = event_bit(*pack_, event_);
    for (std::uint32_t i = 0; i < pack_->procedures.size(); ++i)
        if ((pack_->plan.procedures[i].events & event) != 0 && pack_->procedures[i].valid_on(today_))
            result.push_back(i);
    return result;
}

void Prover::add(Fault fault) {
    const auto found = std::ranges::find(proof_.faults, fault.procedure, &Fault::procedure);
    if (found == proof_.faults.end()) {
        proof_.faults.push_back(std::move(fault));
    } else if (fault.visit.size() < found->visit.size()) {
        *found = std::move(fault);
    }
}

}  // namespace forms
