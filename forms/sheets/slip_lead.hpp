#pragma once

#include <string>
#include <vector>

#include "forms/sheets/slip_plan.hpp"

namespace forms {

/// A part of a sentence on one line.
struct LeadWords {
    std::string text;
    bool bold = false;
};

/// What the slip says before its list, a paragraph each: how many, the first day still to come, what has
/// run out, and what runs out first at another office.
[[nodiscard]] std::vector<std::vector<LeadWords>> slip_lead(const SlipPlan& plan, Date today);

}  // namespace forms
