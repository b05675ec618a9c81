#include "kiosk/ui/canvas.hpp"

#include <imgui/imgui.h>
#include <cmath>
#include <numbers>

namespace kiosk {
namespace {

constexpr float kTurn = 2 * std::numbers::pi_v<float>;

// Whole pixels keep thin lines of boxes sharp.
ImVec2 snapped(float x, float y, float scale) {
    return {std::round(x * scale), std::round(y * scale)};
}
ImVec2 at(Point p, float scale) {
    return {p.x * scale, p.y * scale};
}

std::vector<Point> rounded(const Rect& r, float radius) {
    std::vector<Point> points;
    const Point corners[]{{r.right() - radius, r.y + radius},
                          {r.right() - radius, r.bottom() - radius},
                          {r.x + radius, r.bottom() - radius},
                          {r.x + radius, r.y + radius}};
    for (int corner = 0; corner < 4; ++corner)
        for (int step = 0; step <= 6; ++step) {
            const float turn = (static_cast<float>(corner) - 1 + static_cast<float>(step) / 6) / 4 * kTurn;
            points.push_back(
                {corners[corner].x + radius * std::cos(turn), corners[corner].y + radius * std::sin(turn)});
        }
    return points;
}

}  // namespace

std::uint32_t Canvas::colour(Paint paint) const {
    const auto c = palette_[paint];
    return IM_COL32(c.r, c.g, c.b, 255);
}

void Canvas::fill(const Rect& rect, Paint paint, float radius) {
    list_.AddRectFilled(snapped(rect.x, rect.y, px_per_mm_), snapped(rect.right(), rect.bottom(), px_per_mm_),
                        colour(paint), radius * px_per_mm_);
}

void Canvas::border(const Rect& rect, Paint paint, float width, float radius) {
    const float px = std::max(1.0F, std::round(width * px_per_mm_));
    const auto min = snapped(rect.x, rect.y, px_per_mm_);
    const auto max = snapped(rect.right(), rect.bottom(), px_per_mm_);
    // ImGui centres a line on its path and shifts rectangles by half a pixel of its own.
    const float half = px / 2;
    list_.PathRect({min.x + half, min.y + half}, {max.x - half, max.y - half},
                   std::max(0.0F, radius * px_per_mm_ - half));
    list_.PathStroke(colour(paint), ImDrawFlags_Closed, px);
}

void Canvas::dashed_border(const Rect& rect, Paint paint, float width, float radius) {
    auto outline = rounded(rect.grown(-width / 2), radius);
    outline.push_back(outline.front());
    dashes(outline, {width, paint, width * 2.2F, width * 1.6F}, false);
}

void Canvas::line(Point from, Point to, const Stroke& stroke) {
    polyline({from, to}, stroke, false);
}

void Canvas::polyline(const std::vector<Point>& points, const Stroke& stroke, bool closed) {
    if (points.size() < 2) return;
    if (stroke.dash > 0) return dashes(points, stroke, closed);
    for (const auto& p : points) list_.PathLineTo(at(p, px_per_mm_));
    const float px = stroke.width * px_per_mm_;
    list_.PathStroke(colour(stroke.paint), closed ? ImDrawFlags_Closed : ImDrawFlags_None, px);
    // ImGui has no round ends; a disc on each makes them.
    if (!closed && px > 2) {
        list_.AddCircleFilled(at(points.front(), px_per_mm_), px / 2, colour(stroke.paint));
        list_.AddCircleFilled(at(points.back(), px_per_mm_), px / 2, colour(stroke.paint));
    }
}

void Canvas::dashes(const std::vector<Point>& points, const Stroke& stroke, bool closed) {
    auto path = points;
    if (closed) path.push_back(points.front());
    const float px = stroke.width * px_per_mm_;
    float left = stroke.dash;
    bool drawing = true;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        Point a = path[i];
        const Point b = path[i + 1];
        for (float length = std::hypot(b.x - a.x, b.y - a.y); length > 0;) {
            const float step = std::min(left, length);
            const Point c{a.x + (b.x - a.x) * step / length, a.y + (b.y - a.y) * step / length};
            if (drawing) list_.AddLine(at(a, px_per_mm_), at(c, px_per_mm_), colour(stroke.paint), px);
            a = c;
            length -= step;
            left -= step;
            if (left > 1e-4F) continue;
            drawing = !drawing;
            left = drawing ? stroke.dash : stroke.gap;
        }
    }
}

void Canvas::fill(const std::vector<Point>& outline, Paint paint) {
    for (const auto& p : outline) list_.PathLineTo(at(p, px_per_mm_));
    list_.PathFillConvex(colour(paint));
}

void Canvas::disc(Point centre, float radius, Paint paint) {
    list_.AddCircleFilled(at(centre, px_per_mm_), radius * px_per_mm_, colour(paint), 48);
}

void Canvas::ring(Point centre, float radius, float width, Paint paint, float from_turn, float to_turn) {
    const float r = (radius - width / 2) * px_per_mm_;
    list_.PathArcTo(at(centre, px_per_mm_), r, from_turn * kTurn, to_turn * kTurn, 48);
    list_.PathStroke(colour(paint), ImDrawFlags_None, width * px_per_mm_);
}

void Canvas::dashed_ring(Point centre, float radius, float width, Paint paint, int dashes) {
    const float step = 1.0F / static_cast<float>(dashes);
    for (int i = 0; i < dashes; ++i) {
        const float from = static_cast<float>(i) * step;
        ring(centre, radius, width, paint, from, from + step * 0.6F);
    }
}

void Canvas::veil(const Rect& rect) {
    const auto c = palette_[Paint::Veil];
    list_.AddRectFilled(at({rect.x, rect.y}, px_per_mm_), at({rect.right(), rect.bottom()}, px_per_mm_),
                        IM_COL32(c.r, c.g, c.b, 184));
}

}  // namespace kiosk
