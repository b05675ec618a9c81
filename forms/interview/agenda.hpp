#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "forms/interview/live_board.hpp"
#include "forms/interview/paper.hpp"
#include "forms/interview/places.hpp"

namespace forms {

/// One procedure of the event in force on the day, and the value of its rule.
struct Verdict {
    std::uint32_t procedure = 0;
    Cell cell = kUnsaid;
};

/// Why a question is still to be asked.
enum class Want : std::uint8_t { No, Paper, Decide };

/// What is still to be asked in a visit, and for whom. Answers can be told to it one after the other; each is
/// passed on only to the rules that rest on it.
class Agenda {
public:
    /// Without `dependents` nothing more can be told.
    Agenda(const Pack& pack, Told told, const Dependents* dependents = nullptr);

    /// Notes or takes back (kUnsaid) what a person said; counts once settled.
    void tell(const Leaf& leaf, Cell cell) { live_.tell(leaf, cell); }
    /// Works out what hangs on what was told since.
    void settle();
    /// Works out what only paper needs, which `settle` leaves for when nothing decides any more: before
    /// counting the questions to come, or asking why.
    void want_paper();

    /// The verdicts that were judged anew when it was last settled: no other changed in any way.
    [[nodiscard]] const std::vector<std::uint32_t>& judged() const { return judged_; }

    [[nodiscard]] const Pack& pack() const { return *pack_; }
    [[nodiscard]] const Told& told() const { return live_.told(); }
    [[nodiscard]] const Board& board() const { return live_.board(); }

    /// The next question: in pack order, those that decide before those that only paper needs.
    [[nodiscard]] std::optional<Ask> next() const;
    [[nodiscard]] Want wanted(const Ask& ask) const;
    /// Whether somebody answered it here (not a card or record).
    [[nodiscard]] bool answered(const Ask& ask) const;
    /// The procedures that an answer can still change; for paper, those whose sheets need it.
    [[nodiscard]] std::vector<std::uint32_t> why(const Ask& ask) const;
    [[nodiscard]] int answered_count() const;
    [[nodiscard]] int wanted_count() const;
    /// The procedures the visit is about, in pack order.
    [[nodiscard]] const std::vector<Verdict>& verdicts() const { return verdicts_; }
    /// Whether a question still to come can change a procedure's unknown verdict.
    [[nodiscard]] bool open(std::size_t verdict) const { return !missing_[verdict].empty(); }

private:
    using Leaves = std::vector<Leaf>;

    void take_changes();
    void judge(std::uint32_t verdict);
    void insist(std::uint32_t always);
    void replace(Leaves& old, const Leaves& now);
    void count(const Leaf& leaf, int by);
    void look_at(std::uint32_t question, std::uint32_t person);
    void look_at_all(std::uint32_t question);
    void place_waiting();
    void seat(const Ask& ask);
    [[nodiscard]] bool wants_any(const Ask& ask) const;
    [[nodiscard]] std::vector<std::uint8_t> targets_of(const Ask& ask) const;

    const Pack* pack_;
    const Dependents* dependents_;
    LiveBoard live_;
    Slots slots_;
    std::vector<Verdict> verdicts_;
    std::vector<Leaves> missing_;            // of each verdict: answers that may still settle it
    std::vector<std::uint32_t> verdict_of_;  // by procedure; kNoNode when it is not judged today
    std::vector<std::uint32_t> always_;      // questions
    std::vector<Leaves> always_missing_;     // of each of them
    std::vector<std::uint16_t> wanted_;      // by slot: how many rules wait for it
    std::vector<Leaves> waits_for_;          // by place: what its gate waits for, when it is deferred
    Places ready_;                           // wanted and reachable
    Places deferred_;                        // wanted, but the gate waits for another answer
    std::vector<Ask> looks_;                 // places to look at again
    std::vector<std::uint8_t> in_looks_;     // by place
    std::vector<std::uint32_t> stale_;       // verdicts to judge again
    std::vector<std::uint32_t> judged_;      // those that were
    std::vector<std::uint8_t> is_stale_;     // by verdict
    Leaves found_;                           // kept for its memory
    std::vector<std::uint32_t> papers_;      // procedures whose paper may be drawn
    Paper paper_;
};

}  // namespace forms
