#include "forms/sheets/block.hpp"

#include <algorithm>

#include "forms/typeset/lines.hpp"
#include "forms/typeset/ruby.hpp"

namespace forms {
namespace {

constexpr double kAscent = 0.88;  // em of the square

double mm(double pt) {
    return pt / kPointsPerMm;
}

// How a paragraph's breaks look: a last line of a character or two, and a short bracket （署名） taken apart.
int ugliness(const std::vector<Line>& lines, std::string_view text) {
    constexpr double kLonely = 4.5;        // em
    constexpr std::size_t kShort = 3 * 8;  // bytes of a bracket that should stay whole
    constexpr std::string_view kOpen = "（", kClose = "）";
    int ugly = lines.back().width < kLonely ? 1 : 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const auto end = lines.at(i).bytes.to;
        const auto open = text.substr(0, end).rfind(kOpen);
        const auto close = open == std::string_view::npos ? open : text.find(kClose, open);
        ugly += close != std::string_view::npos && close >= end && close - open <= kShort ? 1 : 0;
    }
    return ugly;
}

// Breaks to the width, or somewhat narrower in as many lines when the breaks look better so.
std::vector<Line> break_well(Faces& faces, const Piece& piece, double width) {
    auto best = break_lines(faces, piece.text, piece.style, width);
    auto least = best.size() < 2 ? 0 : ugliness(best, piece.text);
    for (double narrower = width - 0.5; least > 0 && narrower > width * 0.55; narrower -= 0.5) {
        auto lines = break_lines(faces, piece.text, piece.style, narrower);
        if (lines.size() > best.size()) break;
        const auto ugly = ugliness(lines, piece.text);
        if (ugly >= least) continue;
        least = ugly;
        best = std::move(lines);
    }
    return best;
}

}  // namespace

void Block::new_line(const Piece& piece, std::string_view text, Shaped shaped) {
    Set set{piece, std::move(shaped), 0, 0};
    set.piece.text = text;
    const auto width = mm(set.shaped.width * piece.size);
    lines_.push_back({{std::move(set)}, width, piece.size, false});
}

void Block::add(const Piece& piece) {
    for (auto& line : break_well(*faces_, piece, width_ * kPointsPerMm / piece.size))
        new_line(piece, line.bytes.of(piece.text), std::move(line.shaped));
}

void Block::add_marked(const Piece& piece) {
    const auto parts = parse_ruby(piece.text);
    for (auto& line : break_ruby(*faces_, parts, piece.style, width_ * kPointsPerMm / piece.size)) {
        SetLine set{{}, mm(line.width * piece.size), piece.size, line.has_reading};
        for (auto& part : line.parts) {
            auto looks = piece;
            looks.text = std::move(part.text);
            if (part.reading) looks.size *= kRubySize;
            set.pieces.push_back({std::move(looks), std::move(part.shaped), mm(part.x * piece.size),
                                  part.reading ? mm(kRubyRise * piece.size) : 0});
        }
        lines_.push_back(std::move(set));
    }
}

double Block::room_for_readings(const SetLine& line) {
    return line.readings ? mm(line.size) * kRubyRow : 0;
}

void Block::append(const Piece& piece) {
    auto shaped = faces_->shape(piece.text, piece.style);
    const auto width = mm(shaped.width * piece.size);
    if (lines_.empty() || lines_.back().width + width > width_) {
        auto next = piece;
        // The mark that joined it to what stands before ends with the line.
        while (next.text.starts_with("\u3000") || next.text.starts_with("・")) next.text.erase(0, 3);
        return add(next);
    }
    auto& line = lines_.back();
    line.pieces.push_back({piece, std::move(shaped), line.width, 0});
    line.width += width;
    line.size = std::max(line.size, piece.size);
}

double Block::height_of(const SetLine& line) const {
    return mm(line.size) * leading_ + room_for_readings(line);
}

double Block::height() const {
    double height = 0;
    for (const auto& line : lines_) height += height_of(line);
    return height;
}

Block Block::take(double height) {
    Block taken(*faces_, width_, leading_);
    auto end = lines_.begin();
    for (; end != lines_.end() && (height -= height_of(*end)) >= 0; ++end) taken.lines_.push_back(*end);
    lines_.erase(lines_.begin(), end);
    return taken;
}

double Block::width() const {
    double width = 0;
    for (const auto& line : lines_) width = std::max(width, line.width);
    return width;
}

void Block::draw_line(Canvas& canvas, const SetLine& line, double x, double y) const {
    const double baseline = y + mm(line.size) * (kAscent + (leading_ - 1) / 2) + room_for_readings(line);
    for (const auto& set : line.pieces)
        canvas.text(set.shaped, set.piece.text, x + set.x, baseline - set.rise, set.piece.size,
                    set.piece.gray);
}

void Block::draw(Canvas& canvas, double x, double y) const {
    for (const auto& line : lines_) {
        draw_line(canvas, line, x, y);
        y += height_of(line);
    }
}

void Block::draw_right(Canvas& canvas, double right, double y) const {
    for (const auto& line : lines_) {
        draw_line(canvas, line, right - line.width, y);
        y += height_of(line);
    }
}

}  // namespace forms
