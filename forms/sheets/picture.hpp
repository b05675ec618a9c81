#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/result.hpp"

namespace forms {

/// A page as it will come out of a printer, opaque on white.
struct Picture {
    int width = 0;  // px
    int height = 0;
    std::vector<std::uint8_t> rgb;  // 3 bytes a pixel, rows from the top
    bool operator==(const Picture&) const = default;
};

/// How many pages a PDF has; an error when it is not one.
[[nodiscard]] Result<int> count_pages(const std::string& pdf);

/// Draws one page (from 1) at `dpi` dots per inch. Larger than 64 million pixels is refused.
[[nodiscard]] Result<Picture> picture_of(const std::string& pdf, int page, double dpi);

/// The picture as a PNG file's bytes.
[[nodiscard]] Result<std::string> png_of(const Picture& picture);

}  // namespace forms
