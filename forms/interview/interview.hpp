#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/rules/decision.hpp"

namespace forms {

/// What a visit is about and the day it is decided on.
struct Context {
    std::string event;
    Date today{};
    bool operator==(const Context&) const = default;
};

/// The question to ask now. `number` of `of`: `of` is an upper bound; it only grows when the person adds a
/// person.
struct Step {
    const Question* question = nullptr;  // in the pack
    int person = 0;                      // for questions about a repeated role: whose
    std::vector<std::string> keys;       // the facts to set, in the order of question->asks: `child[2].name`
    std::vector<std::string> why_procedures;  // what it can still change, or whose paper needs it
    bool decides = false;                     // false: only paper needs it
    int number = 1;
    int of = 1;
};

/// Every procedure of the event in force today, in pack order.
[[nodiscard]] std::vector<Decision> decide(const Pack& pack, const Context& context, const Facts& facts);

/// The next question, first those that decide and then those that only paper needs; empty when the interview
/// is over.
[[nodiscard]] std::optional<Step> next_step(const Pack& pack, const Context& context, const Facts& facts);

/// The facts that count now: without those whose question can no longer be reached, with the computed ones.
/// Only these may be printed or sent.
[[nodiscard]] Facts reachable(const Pack& pack, const Context& context, const Facts& facts);

enum class QuestionState : std::uint8_t {
    Answered,
    SaidUnknown,  // わからない
    Supplied,     // a card, record or QR told it: to be confirmed, not asked
    Next,         // the one next_step gives
    Open,         // may still be asked
    NotNeeded,    // nothing depends on it any more
    Suspended,    // answered, but no longer reachable; the answer is kept and does not count
    Unreachable,
};

/// Where one question of the event stands.
struct Standing {
    const Question* question = nullptr;
    int person = 0;
    std::vector<std::string> keys;
    QuestionState state{};
};

/// Every question of the event in pack order (for each person of a repeated role): the clerk's list and the
/// review.
[[nodiscard]] std::vector<Standing> survey(const Pack& pack, const Context& context, const Facts& facts);

/// What one edit of the facts does, to be shown before it is done.
struct Change {
    enum class Kind : std::uint8_t {
        OutcomeChanged,   // id = procedure
        DeadlineChanged,  // id = procedure
        AnswerSuspended,  // id = key of a fact that no longer counts
        AnswerRestored,   // id = key of a fact that counts again
    };
    Kind kind{};
    std::string id;
    Text label;                     // name of the procedure, label of the item
    std::optional<Outcome> before;  // for procedures
    std::optional<Outcome> after;
    bool operator==(const Change&) const = default;
};

/// The differences that going from one set of facts to another makes, beyond the edited facts themselves.
[[nodiscard]] std::vector<Change> what_changes(const Pack& pack, const Context& context, const Facts& before,
                                               const Facts& after);

}  // namespace forms
