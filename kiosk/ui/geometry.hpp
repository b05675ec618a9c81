#pragma once

#include <algorithm>

namespace kiosk {

/// A place on the glass, in millimetres from the panel's top left.
struct Point {
    float x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

/// A rectangle on the glass, in millimetres.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    /// The same rectangle with every side moved out by `mm` (in, when negative).
    [[nodiscard]] Rect grown(float mm) const { return {x - mm, y - mm, w + 2 * mm, h + 2 * mm}; }
    [[nodiscard]] bool overlaps(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
};

/// Millimetres of `units` steps of the design grid: one step is a pixel of the 15.6" reference panel (5.56
/// px/mm), in which the mock-ups are drawn.
constexpr float grid(float units) {
    return units / 5.56F;
}

/// Distance between two rectangles along the axis on which they are apart; 0 when they touch or overlap.
inline float gap_between(const Rect& a, const Rect& b) {
    const float dx = std::max({a.x - b.right(), b.x - a.right(), 0.0F});
    const float dy = std::max({a.y - b.bottom(), b.y - a.bottom(), 0.0F});
    return std::max(dx, dy);
}

}  // namespace kiosk
