#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/canvas.hpp"

namespace kiosk {

/// A colour of a drawing: a role of its own, or the one the drawing is asked for.
struct Ink {
    std::optional<Paint> own;
};

/// One stroke or area of a drawing, in the drawing's own units.
struct Shape {
    std::vector<Point> points;
    bool closed = false;
    std::optional<Ink> fill;            // empty: not filled
    std::optional<Ink> stroke = Ink{};  // empty: not stroked
    float width = 0;                    // 0: the drawing's
    float dash = 0, gap = 0;
};

/// A line drawing: icon or illustration.
struct Drawing {
    float width = 48, height = 48;
    float line = 3;
    std::vector<Shape> shapes;
};

/// The drawings of assets/icons/*.toml by name. Throws std::runtime_error with file and name for one that
/// cannot be read.
class Icons {
public:
    explicit Icons(const std::filesystem::path& assets);
    [[nodiscard]] const Drawing* find(const std::string& name) const;
    /// Draws `name` into `box` (mm), keeping its proportions, in `paint`; nothing when there is no such
    /// drawing.
    void draw(Canvas& canvas, const std::string& name, const Rect& box, Paint paint) const;

private:
    std::map<std::string, Drawing> drawings_;
};

/// Reads the path notation of SVG 1.1 (M L H V C S Q Z, capital and small) into polylines; true in `closed`
/// where Z ends one.
[[nodiscard]] std::vector<Shape> parse_path(const std::string& path);

}  // namespace kiosk
