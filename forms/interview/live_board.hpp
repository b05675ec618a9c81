#pragma once

#include <cstdint>
#include <vector>

#include "forms/interview/board.hpp"
#include "forms/interview/dependents.hpp"
#include "forms/rules/situation.hpp"

namespace forms {

/// A board that follows what is told. Each gate lets the answers of its question through, each computed term
/// is worked out after all it reads; after an answer only what depends on it is worked out again.
class LiveBoard {
public:
    /// Works a visit out. Without `dependents` nothing more can be told.
    LiveBoard(const Pack& pack, Told told, const Dependents* dependents = nullptr);

    /// Notes or takes back (kUnsaid) what a person said. Counts once settled.
    void tell(const Leaf& leaf, Cell cell);

    /// Works out what hangs on what was told since.
    void settle();

    [[nodiscard]] const Told& told() const { return told_; }
    [[nodiscard]] const Board& board() const { return board_; }
    [[nodiscard]] const Pack& pack() const { return *pack_; }

    /// Whether a question of this event asks a term.
    [[nodiscard]] bool asked(std::uint32_t term) const { return asked_[term] != 0; }
    [[nodiscard]] bool in_event(std::uint32_t question) const {
        return (pack_->plan.questions[question].events & told_.event) != 0;
    }

    /// Terms whose cells changed and questions whose gates did since `forget_changes`.
    [[nodiscard]] const std::vector<std::uint32_t>& changed_terms() const { return changed_terms_; }
    [[nodiscard]] const std::vector<std::uint32_t>& changed_gates() const { return changed_gates_; }
    void forget_changes();

private:
    void tell_persons(std::size_t role, std::size_t count);
    void act(const Plan::Act& act);
    void compute(std::uint32_t term);
    void open_gate(std::uint32_t question);
    void set_gate(std::uint32_t question, std::size_t person, Cell gate);
    void count_persons(std::uint32_t role);
    void take_persons(std::uint32_t role, std::vector<int> numbers, Cell complete);
    void refresh(std::uint32_t term, std::size_t person);
    [[nodiscard]] Cell effective(std::uint32_t term, std::size_t person) const;
    [[nodiscard]] Cell told_cell(std::uint32_t term, std::size_t person) const;
    [[nodiscard]] bool supplied(std::uint32_t term, std::size_t person) const;
    void changed(std::uint32_t term);
    void wake(const std::vector<std::uint32_t>& acts);
    void wake_one(std::size_t place);

    const Pack* pack_;
    const Dependents* dependents_;
    Told told_;
    Board board_;
    std::vector<std::uint8_t> asked_;        // by term
    std::vector<std::uint64_t> awake_;       // bit by place in the plan's order: to be worked out
    std::vector<std::uint8_t> has_changed_;  // by term
    std::vector<std::uint32_t> changed_terms_;
    std::vector<std::uint32_t> changed_gates_;
};

}  // namespace forms
