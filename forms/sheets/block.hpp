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

/// Lines of words one under the other, set to a width: what stands in one cell of a table.
class Block {
public:
    Block(Faces& faces, double width) : faces_(&faces), width_(width) {}

    /// Begins a new paragraph and breaks it to the width.
    void add(const Piece& piece);
    /// Begins a new paragraph of a pack's marked words (漢字《かんじ》), each reading over its base.
    void add_marked(const Piece& piece);
    /// Goes on in the last line when the piece goes in whole; else begins a new line.
    void append(const Piece& piece);

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
    [[nodiscard]] static double room_for_readings(const SetLine& line);  // mm
    void new_line(const Piece& piece, std::string_view text, Shaped shaped);
    void draw_line(Canvas& canvas, const SetLine& line, double x, double y) const;

    Faces* faces_;
    double width_;
    std::vector<SetLine> lines_;
};

}  // namespace forms
