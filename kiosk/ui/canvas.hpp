#pragma once

#include <vector>

#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/palette.hpp"

struct ImDrawList;

namespace kiosk {

/// How a line is drawn, in millimetres.
struct Stroke {
    float width = 0.5F;
    Paint paint = Paint::Text;
    float dash = 0;  // length of a dash; 0 draws without gaps
    float gap = 0;
};

/// Draws shapes given in millimetres and colour roles on an ImGui draw list in pixels. Knows nothing of
/// words.
class Canvas {
public:
    Canvas(ImDrawList& list, float px_per_mm, const Palette& palette)
        : list_(list), px_per_mm_(px_per_mm), palette_(palette) {}

    void fill(const Rect& rect, Paint paint, float radius = 0);
    /// A border of `width` mm that lies inside `rect`, as the mock-ups' boxes have it.
    void border(const Rect& rect, Paint paint, float width, float radius);
    void dashed_border(const Rect& rect, Paint paint, float width, float radius);
    void line(Point from, Point to, const Stroke& stroke);
    void polyline(const std::vector<Point>& points, const Stroke& stroke, bool closed);
    /// Fills a convex outline.
    void fill(const std::vector<Point>& outline, Paint paint);
    void disc(Point centre, float radius, Paint paint);
    void ring(Point centre, float radius, float width, Paint paint, float from_turn = 0, float to_turn = 1);
    void dashed_ring(Point centre, float radius, float width, Paint paint, int dashes);
    /// Covers `rect` with the veil behind a dialog (72 % opaque).
    void veil(const Rect& rect);

    [[nodiscard]] ImDrawList& list() { return list_; }
    [[nodiscard]] float px_per_mm() const { return px_per_mm_; }
    /// Packed colour as ImGui takes it.
    [[nodiscard]] std::uint32_t colour(Paint paint) const;

private:
    void dashes(const std::vector<Point>& points, const Stroke& stroke, bool closed);

    ImDrawList& list_;
    float px_per_mm_;
    const Palette& palette_;
};

}  // namespace kiosk
