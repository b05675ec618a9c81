#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "forms/interview/live_board.hpp"

namespace forms {

/// One question for one person (0 when it is of no role: then there is only that one).
struct Ask {
    std::uint32_t question = 0;
    std::uint32_t person = 0;
};

/// A set of places; a place is a question for one person, and places lie in pack order.
class Places {
public:
    explicit Places(std::size_t places) : words_((places + kBits - 1) / kBits, 0) {}

    void put(std::size_t place, bool in) {
        const auto bit = std::uint64_t{1} << place % kBits;
        if (in) {
            words_[place / kBits] |= bit;
        } else {
            words_[place / kBits] &= ~bit;
        }
    }
    [[nodiscard]] bool has(std::size_t place) const {
        return (words_[place / kBits] >> place % kBits & 1U) != 0;
    }
    /// The first place in the set.
    [[nodiscard]] std::optional<std::size_t> first() const;
    void clear();

private:
    static constexpr std::size_t kBits = 64;
    std::vector<std::uint64_t> words_;
};

/// The question and person of a place.
[[nodiscard]] Ask ask_at(const Plan& plan, std::size_t place);

/// The place of a question for a person.
[[nodiscard]] inline std::size_t place_of(const Plan& plan, const Ask& ask) {
    return plan.questions[ask.question].place + ask.person;
}

/// A number for every told term of every person there can be.
class Slots {
public:
    explicit Slots(const Vocabulary& vocabulary);
    [[nodiscard]] std::size_t of(const Leaf& leaf) const {
        const auto& slot = slots_[leaf.term];
        return leaf.person < 0 ? slot.first : slot.first + static_cast<std::size_t>(leaf.person) * slot.step;
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint32_t first = 0;
        std::uint32_t step = 0;
    };
    std::vector<Slot> slots_;  // by term
    std::size_t size_ = 0;
};

/// Of a rule's missing answers only those that a question still to come can give.
void keep_askable(const LiveBoard& live, std::vector<Leaf>& leaves);

/// What the gate of a question waits for; empty when the question can be asked now.
void gate_waits(const LiveBoard& live, const Ask& ask, std::vector<Leaf>& leaves);

/// The person of a question as rules mean it.
[[nodiscard]] Whose whose_of(const Plan& plan, const Ask& ask);

/// The leaf of one of the terms a question asks.
[[nodiscard]] Leaf leaf_of(const Plan& plan, const Ask& ask, std::size_t which);

}  // namespace forms
