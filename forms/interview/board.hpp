#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/pack.hpp"
#include "forms/rules/situation.hpp"

namespace forms {

/// The facts of a visit by column, before anything is held back.
struct Told {
    Situation cells;          // kUnsaid where nothing was said
    Situation supplied;       // 1 where a card, record or QR said it
    std::uint64_t event = 0;  // its bit
    std::int64_t today = 0;   // day number
};

/// The bit of an event in a plan; 0 when the pack does not have it.
[[nodiscard]] std::uint64_t event_bit(const Pack& pack, std::string_view event);

/// Reads facts into columns. Keys the pack does not know and values of another type are as if nothing had
/// been said.
[[nodiscard]] Told read_told(const Pack& pack, const Context& context, const Facts& facts);

/// The numbers of the persons of a role the facts tell of: those with facts of their own, then as many as the
/// count asks for.
[[nodiscard]] std::vector<int> told_persons(const Pack& pack, const Facts& facts, std::size_t role);

/// The told term a fact's key means, with its person's place in a situation; empty when nothing is told under
/// such a key, or the person is not there.
[[nodiscard]] std::optional<Leaf> told_leaf(const Vocabulary& vocabulary, const Situation& situation,
                                            const std::string& key);

/// Whether a fact came from a card, a record or a QR code.
[[nodiscard]] constexpr bool is_supplied(const Fact& fact) {
    return fact.from == Provenance::Card || fact.from == Provenance::Record || fact.from == Provenance::Qr;
}

/// The cell of a fact of a term: of its value, or that nobody knows.
[[nodiscard]] Cell to_cell(const Vocabulary& vocabulary, const Term& term, const Fact& fact);

/// The cell of a value of a term; kUnsaid when the value does not fit the term.
[[nodiscard]] Cell to_cell(const Vocabulary& vocabulary, const Term& term, const Value& value);

/// A visit worked out: what counts, and which questions can be reached.
struct Board {
    Situation situation;  // only what is reachable, with everything computed
    /// The value of each question's gate, by PlannedQuestion::place + person; kOutOfReach for questions of
    /// other events.
    std::vector<Cell> gates;
    /// For each question of the event of how many persons it is asked (1 for questions of no role); 0 for
    /// other events.
    std::vector<std::uint8_t> persons;
};

/// Whether a gate lets its question be asked: unless it is false, or rests on answers nobody will be asked
/// for.
[[nodiscard]] constexpr bool is_open(Cell gate) {
    return gate != 0 && gate != kOutOfReach;
}

/// Works a visit out from what was told.
[[nodiscard]] Board work_out(const Pack& pack, const Told& told);

}  // namespace forms
