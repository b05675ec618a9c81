#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/interview/agenda.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// A visit that shows a fault: what was answered, in order, and what is wrong at its end.
struct Fault {
    std::string procedure;
    std::string what;  // Japanese
    std::string what_en;
    std::vector<std::string> visit;  // `funeral.held = true`
};

/// What a proof went through.
struct Proof {
    std::uint64_t procedures = 0;
    std::uint64_t states = 0;   // sets of facts looked at, part or whole
    std::uint64_t sampled = 0;  // procedures with more sets of facts than could all be looked at
    std::uint64_t visits = 0;   // whole random visits
    std::uint64_t answers = 0;  // given in them
    std::uint64_t edits = 0;    // of them taken back and changed
    std::vector<Fault> faults;  // of each procedure the shortest
};

/// How the interview under proof chooses its next question; tests put a faulty one here.
using NextQuestion = std::optional<Ask> (*)(const Agenda& agenda);

/// Holds the interview against the plain evaluator.
class Prover {
public:
    Prover(const Pack& pack, std::string event, Date today, NextQuestion next = nullptr);

    /// One procedure over its own facts: every answer and わからない to every question that leads to it. At
    /// the end of each visit the outcome must be the plain one for every truth that fits the answers; it may
    /// be 要確認 only after わからない.
    void exhaust(std::uint32_t procedure);

    /// Whole visits with random answers, わからない and changed answers, over all procedures at once.
    void visit_at_random(std::uint64_t visits, std::uint64_t seed);

    /// The procedures of the event, as numbers in the pack.
    [[nodiscard]] std::vector<std::uint32_t> procedures() const;
    [[nodiscard]] const Proof& proof() const { return proof_; }

private:
    void add(Fault fault);

    const Pack* pack_;
    std::string event_;
    Date today_;
    NextQuestion next_;
    Proof proof_;
};

}  // namespace forms
