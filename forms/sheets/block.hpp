#pragma once

#include <string>
#include <vector>

#include "forms/sheets/canvas.hpp"

namespace forms {

/// Words of one look.
struct Piece {
    std::string text;
    Style style;
    double size = 9;  // pt
    double gray = 0;
};

constexpr double kUsualLeading = 1.32;  // em
constexpr double kTightLeading = 1.2;   // on a page that would else need another one

/// Lines of words one under the other, set to a width: what stands in one cell of a table.
class Block {
public:
    /// `width` in mm; `leading` from line to line in em.
    Block(Faces& faces, double width, double leading = kUsualLeading)
        : faces_(&faces), width_(width), leading_(leading) {}

    /// Begins a new paragraph and breaks it to the width: no character or two alone on its last line, no
    /// short bracket taken apart, where other breaks in as many lines can help it.
    void add(const Piece& piece);
    /// Begins a new paragraph of a pack's marked words (漢字《かんじ》), each reading over its base.
    void add_marked(const Piece& piece);
    /// Goes on in the last line when the piece goes in whole; else begins a new line.
    void append(const Piece& piece);

    /// Takes the lines that fit into a height (mm) off the top; the rest stays.
    [[nodiscard]] Block take(double height);

    [[nodiscard]] double height() const;  // mm
    [[nodiscard]] double width() const;   // mm, of the longest line
    [[nodiscard]] bool empty() const { return lines_.empty(); }
    void draw(Canvas& canvas, double x, double y) const;
    void draw_right(Canvas& canvas, double right, double y) const;

private:
    struct Set {
        Piece piece;
        Shaped shaped;
        double x = 0;
        double rise = 0;  // mm over the line's baseline
    };
    struct SetLine {
        std::vector<Set> pieces;
        double width = 0;
        double size = 0;
        bool readings = false;
    };
    [[nodiscard]] double height_of(const SetLine& line) const;           // mm
    [[nodiscard]] static double room_for_readings(const SetLine& line);  // mm
    void new_line(const Piece& piece, std::string_view text, Shaped shaped);
    void draw_line(Canvas& canvas, const SetLine& line, double x, double y) const;

    Faces* faces_;
    double width_;
    double leading_;
    std::vector<SetLine> lines_;
};

}  // namespace forms
