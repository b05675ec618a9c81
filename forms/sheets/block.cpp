#include "forms/sheets/block.hpp"

#include <algorithm>

#include "forms/typeset/lines.hpp"
#include "forms/typeset/ruby.hpp"

namespace forms {
namespace {

constexpr double kLeading = 1.32;   // em
constexpr double kBaseline = 1.04;  // em from a line's top: the square's ascent and half the leading

double mm(double pt) {
    return pt / kPointsPerMm;
}

}  // namespace

void Block::new_line(const Piece& piece, std::string_view text, Shaped shaped) {
    Set set{piece, std::move(shaped), 0, 0};
    set.piece.text = text;
    const auto width = mm(set.shaped.width * piece.size);
    lines_.push_back({{std::move(set)}, width, piece.size, false});
}

void Block::add(const Piece& piece) {
    for (auto& line : break_lines(*faces_, piece.text, piece.style, width_ * kPointsPerMm / piece.size))
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

double Block::height() const {
    double height = 0;
    for (const auto& line : lines_) height += mm(line.size) * kLeading + room_for_readings(line);
    return height;
}

double Block::width() const {
    double width = 0;
    for (const auto& line : lines_) width = std::max(width, line.width);
    return width;
}

void Block::draw_line(Canvas& canvas, const SetLine& line, double x, double y) const {
    const double baseline = y + mm(line.size) * kBaseline + room_for_readings(line);
    for (const auto& set : line.pieces)
        canvas.text(set.shaped, set.piece.text, x + set.x, baseline - set.rise, set.piece.size,
                    set.piece.gray);
}

void Block::draw(Canvas& canvas, double x, double y) const {
    for (const auto& line : lines_) {
        draw_line(canvas, line, x, y);
        y += mm(line.size) * kLeading + room_for_readings(line);
    }
}

void Block::draw_right(Canvas& canvas, double right, double y) const {
    for (const auto& line : lines_) {
        draw_line(canvas, line, right - line.width, y);
        y += mm(line.size) * kLeading + room_for_readings(line);
    }
}

}  // namespace forms
