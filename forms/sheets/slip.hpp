#pragma once

#include <string>

#include "forms/interview/interview.hpp"
#include "forms/result.hpp"
#include "forms/sheets/papers.hpp"
#include "forms/sheets/slip_plan.hpp"

namespace forms {

/// A drawn paper that is not a city's form.
struct DrawnPaper {
    std::string pdf;
    int pages = 1;
};

/// 手続き案内書: every procedure found, the most urgent first, for the family to keep. `facts` are
/// those that may be printed.
[[nodiscard]] Result<DrawnPaper> draw_slip(const Pack& pack, const Context& context, const Facts& facts,
                                           const SlipPlan& plan, const PaperOptions& options,
                                           Typesetter& typesetter);

}  // namespace forms
