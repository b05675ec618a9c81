#pragma once

#include <cstdint>
#include <vector>

#include "forms/interview/dependents.hpp"
#include "forms/interview/live_board.hpp"
#include "forms/interview/places.hpp"

namespace forms {

/// What the sheets and deadlines of a visit still wait for. A sheet is read again only when an answer it
/// rests on has changed.
class Paper {
public:
    explicit Paper(const Pack& pack) : sheets_(pack.plan.sheets.size()), ready(0), deferred(0) {}

    /// A sheet has to be read again.
    void forget(std::uint32_t sheet) { sheets_[sheet].read = false; }

    /// The missing answers of one procedure's sheets and deadline.
    [[nodiscard]] std::vector<Leaf> missing(const LiveBoard& live, std::uint32_t procedure);

    /// Finds the questions that only these procedures' paper needs.
    void want(const LiveBoard& live, const Slots& slots, const std::vector<std::uint32_t>& procedures);

private:
    struct Sheet {
        bool read = false;
        std::vector<Leaf> missing;
    };

    const std::vector<Leaf>& sheet(const LiveBoard& live, std::uint32_t number);
    void want_leaves(const Slots& slots, const std::vector<Leaf>& leaves);

    std::vector<Sheet> sheets_;
    std::vector<std::uint8_t> seen_;    // by sheet
    std::vector<std::uint8_t> wanted_;  // by slot
    std::vector<Leaf> queue_;
    std::vector<Leaf> found_;

public:
    Places ready;     // wanted and reachable
    Places deferred;  // wanted, but the gate waits for another answer
};

}  // namespace forms
