#pragma once

#include <string>
#include <vector>

#include "forms/sheets/eyes.hpp"
#include "forms/sheets/papers.hpp"
#include "forms/sheets/routing_plan.hpp"
#include "forms/sheets/slip.hpp"

namespace forms {

/// What the routing slip says besides the counters.
struct RoutingNotes {
    std::vector<EyeCheck> eyes;
    std::vector<ToAsk> to_ask;
    std::string handover = {};  // what else the next clerk has to know; may be empty
};

/// 受付案内票: the number, the counters in walking order with what to hand over and a place for each stamp,
/// and the staff's part at the foot.
[[nodiscard]] Result<DrawnPaper> draw_routing_slip(const Pack& pack, const Context& context,
                                                   const std::vector<RoutingStop>& stops,
                                                   const RoutingNotes& notes, const PaperOptions& options,
                                                   Typesetter& typesetter);

}  // namespace forms
