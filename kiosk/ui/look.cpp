#include "kiosk/ui/look.hpp"

#include <cmath>

namespace kiosk {

float Panel::px_per_mm() const {
    const auto w = static_cast<float>(width_px);
    const auto h = static_cast<float>(height_px);
    return std::sqrt(w * w + h * h) / (diagonal_inch * 25.4F);
}

}  // namespace kiosk
