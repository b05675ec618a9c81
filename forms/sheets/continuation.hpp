#pragma once

#include <string>
#include <vector>

#include "forms/sheets/canvas.hpp"
#include "forms/sheets/draw_field.hpp"

namespace forms {

/// What a continuation sheet (別紙) says above its values.
struct ContinuationHead {
    std::string sheet_title;
    std::string number;  // 受付番号; may be empty
};

/// Adds pages to the canvas with every value that did not go into its field, under the field's name, in full.
void draw_continuation(Canvas& canvas, PaperSize size, const ContinuationHead& head,
                       const std::vector<Continued>& values);

}  // namespace forms
