#include "kiosk/ui/icons.hpp"

#include <toml++/toml.h>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace kiosk {
namespace {

std::vector<Point> oval(float cx, float cy, float rx, float ry) {
    std::vector<Point> points;
    for (int i = 0; i < 40; ++i) {
        const float turn = static_cast<float>(i) / 40 * 2 * std::numbers::pi_v<float>;
        points.push_back({cx + rx * std::cos(turn), cy + ry * std::sin(turn)});
    }
    return points;
}

std::vector<Point> box(const std::array<float, 5>& v) {
    const auto [x, y, w, h, r] = v;
    std::vector<Point> points;
    const Point corners[]{{x + w - r, y + r}, {x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}};
    for (int corner = 0; corner < 4; ++corner)
        for (int step = 0; step <= 4; ++step) {
            const float turn = (static_cast<float>(corner) - 1 + static_cast<float>(step) / 4) / 4 * 2 *
                               std::numbers::pi_v<float>;
            points.push_back(
                {corners[corner].x + r * std::cos(turn), corners[corner].y + r * std::sin(turn)});
        }
    return points;
}

template <std::size_t N>
std::array<float, N> numbers_in(const toml::node_view<const toml::node>& node) {
    std::array<float, N> values{};
    const auto* list = node.as_array();
    for (std::size_t i = 0; list != nullptr && i < N && i < list->size(); ++i)
        values[i] = (*list)[i].value_or(0.0F);
    return values;
}

Ink ink_named(const std::string& name) {
    return name == "ink" ? Ink{} : Ink{paint_named(name)};
}

std::vector<Shape> outlines(const toml::table& entry) {
    if (const auto path = entry["path"].value<std::string>()) return parse_path(*path);
    Shape shape;
    shape.closed = true;
    if (entry.contains("circle")) {
        const auto [x, y, r] = numbers_in<3>(entry["circle"]);
        shape.points = oval(x, y, r, r);
    } else if (entry.contains("ellipse")) {
        const auto [x, y, rx, ry] = numbers_in<4>(entry["ellipse"]);
        shape.points = oval(x, y, rx, ry);
    } else if (entry.contains("rect")) {
        shape.points = box(numbers_in<5>(entry["rect"]));
    } else {
        throw std::runtime_error("a shape has neither path, circle, ellipse nor rect");
    }
    return {shape};
}

void read_shapes(const toml::table& entry, Drawing& into) {
    for (auto shape : outlines(entry)) {
        if (const auto fill = entry["fill"].value<std::string>()) {
            shape.fill = ink_named(*fill);
            shape.stroke.reset();
        }
        if (const auto stroke = entry["stroke"].value<std::string>()) shape.stroke = ink_named(*stroke);
        shape.width = entry["width"].value_or(0.0F);
        const auto [dash, gap] = numbers_in<2>(entry["dash"]);
        shape.dash = dash;
        shape.gap = gap;
        into.shapes.push_back(std::move(shape));
    }
}

Drawing read_drawing(const toml::table& table) {
    Drawing drawing;
    if (table.contains("size")) {
        const auto [w, h] = numbers_in<2>(table["size"]);
        drawing.width = w;
        drawing.height = h;
    }
    drawing.line = table["line"].value_or(3.0F);
    if (const auto* shapes = table["shapes"].as_array())
        for (const auto& entry : *shapes)
            if (const auto* shape = entry.as_table()) read_shapes(*shape, drawing);
    return drawing;
}

}  // namespace

Icons::Icons(const std::filesystem::path& assets) {
    for (const auto& entry : std::filesystem::directory_iterator(assets / "icons")) {
        if (entry.path().extension() != ".toml") continue;
        const auto file = toml::parse_file(entry.path().string());
        for (const auto& [name, node] : file) {
            try {
                if (const auto* table = node.as_table())
                    drawings_[std::string(name.str())] = read_drawing(*table);
            } catch (const std::runtime_error& problem) {
                throw std::runtime_error(entry.path().string() + ": " + std::string(name.str()) + ": " +
                                         problem.what());
            }
        }
    }
}

const Drawing* Icons::find(const std::string& name) const {
    const auto found = drawings_.find(name);
    return found == drawings_.end() ? nullptr : &found->second;
}

void Icons::draw(Canvas& canvas, const std::string& name, const Rect& frame, Paint paint) const {
    const auto* drawing = find(name);
    if (drawing == nullptr) return;
    const float scale = std::min(frame.w / drawing->width, frame.h / drawing->height);
    const float left = frame.x + (frame.w - drawing->width * scale) / 2;
    const float top = frame.y + (frame.h - drawing->height * scale) / 2;
    for (const auto& shape : drawing->shapes) {
        std::vector<Point> points;
        points.reserve(shape.points.size());
        for (const auto& p : shape.points) points.push_back({left + p.x * scale, top + p.y * scale});
        if (shape.fill) canvas.fill(points, shape.fill->own.value_or(paint));
        if (!shape.stroke) continue;
        const float width = (shape.width > 0 ? shape.width : drawing->line) * scale;
        canvas.polyline(points,
                        {width, shape.stroke->own.value_or(paint), shape.dash * scale, shape.gap * scale},
                        shape.closed);
    }
}

}  // namespace kiosk
