#pragma once

#include <array>

#include "forms/sheets/geometry.hpp"

class QPDFPageObjectHelper;

namespace forms {

/// A PDF page as a reader sees it: its size after cropping and turning, and the matrix (a b c d e f) that
/// carries points from the bottom left of what is seen, in pt, to the page's own space (ISO 32000-1 §8.3.2,
/// §14.11.2).
struct PagePlace {
    PaperSize size;
    std::array<double, 6> matrix{1, 0, 0, 1, 0, 0};
};

/// Throws as qpdf does when the page has no usable box.
[[nodiscard]] PagePlace place_of(const QPDFPageObjectHelper& page);

}  // namespace forms
