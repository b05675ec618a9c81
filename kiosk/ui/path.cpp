#include <cctype>
#include <sstream>
#include <stdexcept>

#include "kiosk/ui/icons.hpp"

namespace kiosk {
namespace {

constexpr int kSteps = 12;  // of a curve; icons are small

// A pen that follows the commands of an SVG path.
class Pen {
public:
    explicit Pen(const std::string& path) : path_(path) {}

    std::vector<Shape> follow() {
        while (skip(), at_ < path_.size()) {
            if (std::isalpha(static_cast<unsigned char>(path_[at_])) != 0) command_ = path_[at_++];
            obey();
        }
        return std::move(shapes_);
    }

private:
    void skip() {
        while (at_ < path_.size() &&
               (std::isspace(static_cast<unsigned char>(path_[at_])) != 0 || path_[at_] == ','))
            ++at_;
    }
    float number() {
        skip();
        std::size_t used = 0;
        // A second point or sign begins the next number: "M17 23v.1", "c-7-3".
        std::size_t end = at_;
        bool point = false;
        while (end < path_.size()) {
            const char c = path_[end];
            const bool sign = (c == '-' || c == '+') && end == at_;
            if (c == '.' && point) break;
            point |= c == '.';
            if (!sign && c != '.' && std::isdigit(static_cast<unsigned char>(c)) == 0) break;
            ++end;
        }
        if (end == at_) throw std::runtime_error("path: a number is missing at " + std::to_string(at_));
        const float value = std::stof(path_.substr(at_, end - at_), &used);
        at_ = end;
        return value;
    }
    Point point(bool relative) {
        const float x = number();
        const float y = number();
        return relative ? Point{pen_.x + x, pen_.y + y} : Point{x, y};
    }
    void obey() {
        const bool relative = std::islower(static_cast<unsigned char>(command_)) != 0;
        const auto kind = std::toupper(static_cast<unsigned char>(command_));
        if (kind != 'C' && kind != 'S') smooth_ = false;
        switch (kind) {
            case 'M':
                shapes_.emplace_back();
                go(point(relative));
                command_ = relative ? 'l' : 'L';
                break;
            case 'L':
                go(point(relative));
                break;
            case 'H':
                go({number() + (relative ? pen_.x : 0), pen_.y});
                break;
            case 'V':
                go({pen_.x, number() + (relative ? pen_.y : 0)});
                break;
            case 'C': {
                const Point a = point(relative), b = point(relative), c = point(relative);
                curve(a, b, c);
                break;
            }
            case 'S': {
                const Point a = smooth_ ? Point{2 * pen_.x - control_.x, 2 * pen_.y - control_.y} : pen_;
                const Point b = point(relative), c = point(relative);
                curve(a, b, c);
                break;
            }
            case 'Q': {
                const Point q = point(relative), c = point(relative);
                curve({pen_.x + (q.x - pen_.x) * 2 / 3, pen_.y + (q.y - pen_.y) * 2 / 3},
                      {c.x + (q.x - c.x) * 2 / 3, c.y + (q.y - c.y) * 2 / 3}, c);
                break;
            }
            case 'Z':
                close(shapes_.back());
                pen_ = shapes_.back().points.front();
                break;
            default:
                throw std::runtime_error(std::string("path: command ") + command_ + " is not known");
        }
    }
    // A last point on the first would leave an edge without length, which ImGui draws as a blot.
    static void close(Shape& shape) {
        shape.closed = true;
        if (shape.points.size() > 1 && shape.points.back() == shape.points.front()) shape.points.pop_back();
    }
    void go(Point to) {
        if (shapes_.empty()) throw std::runtime_error("path: it must begin with M");
        shapes_.back().points.push_back(to);
        pen_ = to;
    }
    void curve(Point a, Point b, Point c) {
        const Point o = pen_;
        control_ = b;
        smooth_ = true;
        for (int i = 1; i <= kSteps; ++i) {
            const float t = static_cast<float>(i) / kSteps;
            const float u = 1 - t;
            go({u * u * u * o.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t * t * t * c.x,
                u * u * u * o.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t * t * t * c.y});
        }
    }

    const std::string& path_;
    std::size_t at_ = 0;
    char command_ = 'M';
    Point pen_;
    Point control_;        // of the last curve
    bool smooth_ = false;  // the last command was one
    std::vector<Shape> shapes_;
};

}  // namespace

std::vector<Shape> parse_path(const std::string& path) {
    return Pen(path).follow();
}

}  // namespace kiosk
