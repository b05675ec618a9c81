#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/pack/sheet_template.hpp"
#include "forms/sheets/canvas.hpp"
#include "forms/sheets/geometry.hpp"

namespace forms {

/// Letters smaller than this are not read by the people these papers are for.
inline constexpr double kSmallestLetters = 6.0;  // pt

/// Words for a box and what may be done to make them go in.
struct Wording {
    std::string text;
    Style style;
    double size = 10.5;  // pt, the largest
    FieldAlign align = FieldAlign::Left;
    FieldFit fit = FieldFit::ShrinkWrap;
    double floor = kSmallestLetters;
};

/// A shaped line and where it starts, in millimetres.
struct PlacedLine {
    std::string text;
    Shaped shaped;
    double x = 0;
    double baseline = 0;
};

/// Words that lie inside their box with all their ink.
struct Fitted {
    double size = 0;  // pt
    std::vector<PlacedLine> lines;
};

/// Sets words in a box, centred from top to bottom: as asked; else smaller; else on several lines; nothing
/// when even the smallest letters do not go in. One line is kept as long as its letters stay readable beside
/// the asked size.
[[nodiscard]] std::optional<Fitted> fit_words(Faces& faces, const Wording& wording, const Box& box);

/// By how many millimetres one line of the smallest letters is wider than the box; 0 when it is not.
[[nodiscard]] double excess_width(Faces& faces, const Wording& wording, const Box& box);

/// Draws what was fitted.
void draw(Canvas& canvas, const Fitted& words);

}  // namespace forms
