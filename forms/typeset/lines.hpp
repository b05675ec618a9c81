#pragma once

#include <string_view>
#include <vector>

#include "forms/typeset/faces.hpp"

namespace forms {

/// One line of a broken text. `bytes` keeps the spaces at its end; `width` (em) leaves them out. `shaped`
/// counts bytes from the line's start and is set in the faces of the whole text: shaped alone, a line might
/// get others and be wider.
struct Line {
    Span bytes;
    double width = 0;
    Shaped shaped;
};

/// Breaks a text into lines no wider than `width` ems, in Japanese by strict kinsoku. A word wider than a
/// line is taken apart between clusters; a cluster wider than a line stands alone. A line feed always ends a
/// line. Nothing is lost: the lines' bytes are the text's, in order, without its line feeds.
[[nodiscard]] std::vector<Line> break_lines(Faces& faces, std::string_view text, const Style& style,
                                            double width);

}  // namespace forms
