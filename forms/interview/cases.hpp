#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/pack/cases.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// One expectation of a case that was not met.
struct Disappointment {
    std::string name;  // of the case
    Position at;
    std::string what;  // Japanese
    std::string what_en;
};

/// How often the cases saw one rule with each value.
struct RuleCoverage {
    std::string rule;  // `procedure nhi_loss`, `question funeral_held`, `condition care_insured`
    Position at;
    std::uint32_t seen_true = 0;
    std::uint32_t seen_false = 0;
    std::uint32_t seen_unknown = 0;
    [[nodiscard]] bool complete() const { return seen_true > 0 && seen_false > 0 && seen_unknown > 0; }
};

/// What running a pack's cases showed.
struct CaseReport {
    std::size_t cases = 0;
    std::vector<Disappointment> disappointments;
    std::vector<RuleCoverage> coverage;  // of every rule that is not a constant
};

/// Runs every case.
[[nodiscard]] CaseReport run_cases(const Pack& pack, const std::vector<Case>& cases);

}  // namespace forms
