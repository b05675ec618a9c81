#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "forms/interview/board.hpp"
#include "forms/rules/explain.hpp"

namespace forms {

/// One procedure of the event in force on the day, and the value of its rule.
struct Verdict {
    std::uint32_t procedure = 0;
    Cell cell = kUnsaid;
};

/// The procedures a visit is about, in pack order.
[[nodiscard]] std::vector<Verdict> judge(const Pack& pack, const Told& told, const Board& board);

/// Why a question is still to be asked.
enum class Want : std::uint8_t { No, Paper, Decide };

/// One question for one person (0 when it is of no role: then there is only that one).
struct Ask {
    std::uint32_t question = 0;
    std::uint32_t person = 0;
};

/// What is still to be asked in a visit, and for whom.
class Agenda {
public:
    Agenda(const Pack& pack, const Told& told, const Board& board);

    /// The next question: in pack order, those that decide before those that only paper needs.
    [[nodiscard]] std::optional<Ask> next() const;
    [[nodiscard]] Want wanted(const Ask& ask) const;
    /// Whether somebody answered it here (not a card or record).
    [[nodiscard]] bool answered(const Ask& ask) const;
    /// The procedures that an answer can still change; for paper, those whose sheets need it.
    [[nodiscard]] std::vector<std::uint32_t> why(const Ask& ask) const;
    [[nodiscard]] int answered_count() const;
    [[nodiscard]] int wanted_count() const;
    [[nodiscard]] const std::vector<Verdict>& verdicts() const { return verdicts_; }
    /// Whether a question still to come can change a procedure's unknown verdict.
    [[nodiscard]] bool open(std::size_t verdict) const;

private:
    struct Leaves {
        std::uint32_t verdict = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    void want_for_decisions();
    void want_always();
    void want_for_paper();
    void add_sheet_leaves(std::uint32_t sheet, std::vector<Leaf>& leaves) const;
    void add_deadline_leaves(std::uint32_t procedure, std::vector<Leaf>& leaves) const;
    void want(const Leaf& leaf, Want why);
    void spread();
    void spread_to(std::uint32_t question, std::uint32_t person, Want why);
    bool waits(std::uint32_t question, std::uint32_t person, std::vector<Leaf>& gate_leaves) const;
    bool askable(const Leaf& leaf) const;
    std::size_t slot(const Leaf& leaf) const;
    Whose whose(std::uint32_t question, std::uint32_t person) const;
    Leaf leaf_of(std::uint32_t question, std::uint32_t person, std::size_t which) const;
    bool in_event(std::uint32_t question) const;
    std::size_t place(std::uint32_t question, std::uint32_t person) const {
        return plan_.questions[question].place + person;
    }
    std::vector<std::uint8_t> targets_of(const Ask& ask) const;

    const Pack& pack_;
    const Plan& plan_;
    const Told& told_;
    const Board& board_;
    std::vector<Verdict> verdicts_;
    std::vector<Leaf> leaves_;              // of open verdicts, one after the other
    std::vector<Leaves> leaves_of_;         // which are whose
    std::vector<std::size_t> first_slots_;  // of each role, then one past the end
    std::vector<Want> slots_;
    std::vector<Leaf> queue_;
    std::vector<Want> questions_;  // by place: wanted and reachable
    std::vector<Want> deferred_;   // by place: wanted, but the gate waits for another answer
};

}  // namespace forms
