#pragma once

#include <vector>

#include "kiosk/model/paper.hpp"

namespace kiosk {

/// Pages printed and to come, and how many papers have been begun.
struct PaperCount {
    int printed = 0;
    int to_come = 0;
    int reached = 0;
};
[[nodiscard]] PaperCount count_of(const std::vector<Paper>& papers);

}  // namespace kiosk
