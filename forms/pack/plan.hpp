#pragma once

#include <cstdint>
#include <vector>

#include "forms/rules/rules.hpp"

namespace forms {

/// A question as the interview needs it: by number instead of by name.
struct PlannedQuestion {
    int role = kNoRole;
    std::vector<std::uint32_t> terms;  // asked
    std::uint32_t when = kNoNode;
    std::uint64_t events = 0;  // bit of each event it belongs to; none set in the pack means all
    bool always = false;
    std::uint32_t place = 0;  // of its first person among the places of all questions
};

/// A procedure as the interview needs it.
struct PlannedProcedure {
    std::uint32_t applies_when = kNoNode;
    std::uint64_t events = 0;
    std::vector<std::uint32_t> sheets;
    std::uint32_t deadline_start = kNoNode;  // term its deadline counts from
};

/// What one field of a sheet waits for.
struct PlannedField {
    std::uint32_t value = kNoNode;  // of its item or expression
    std::uint32_t when = kNoNode;
};

/// The order in which a visit is worked out, made once when a pack is loaded: each gate, computed term and
/// list of persons after everything it reads.
struct Plan {
    enum class ActKind : std::uint8_t { Compute, Gate, Persons };
    struct Act {
        ActKind kind{};
        std::uint32_t index = 0;  // of a term, question or role
    };
    std::vector<Act> order;
    std::vector<PlannedQuestion> questions;         // as in the pack
    std::vector<PlannedProcedure> procedures;       // as in the pack
    std::vector<std::vector<PlannedField>> sheets;  // as in the pack, field by field
    std::vector<std::vector<std::uint32_t>> questions_of_term;
    std::vector<std::uint32_t> items_of_terms;  // index in Pack::items; kNoNode for named conditions
    std::uint32_t places = 0;            // one for each question, or for each person it can be asked of
    std::uint32_t visit_date = kNoNode;  // term
};

}  // namespace forms
