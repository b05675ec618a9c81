#pragma once

#include <cstdint>
#include <vector>

#include "forms/rules/rules.hpp"

namespace forms {

/// What finding out what a rule waits for can come to: computed items and named conditions are looked through
/// each time they are named, and repeated persons one by one.
struct Effort {
    std::uint64_t nodes = 0;  // looked at, at most
    std::uint32_t depth = 0;  // one inside the other

    /// Within what a screen can wait for and the stack can hold. A pack's own rules stay far below.
    [[nodiscard]] bool bearable() const { return nodes <= kMostNodes && depth <= kDeepest; }

    static constexpr std::uint64_t kMostNodes = 1'000'000;
    static constexpr std::uint32_t kDeepest = 2000;
};

/// The efforts of the rules of a pack. Named conditions that name each other twice double it at each step, so
/// it is reckoned and not tried.
class Efforts {
public:
    explicit Efforts(const Rules& rules) : rules_(rules), terms_(rules.vocabulary.terms.size()) {}

    /// That of a rule, when every computed term it names has been learnt.
    [[nodiscard]] Effort of(std::uint32_t node) const;

    void learn(std::uint32_t term, const Effort& effort) { terms_[term] = effort; }

private:
    const Rules& rules_;
    std::vector<Effort> terms_;  // nothing for what is told
};

}  // namespace forms
