#pragma once

namespace forms {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

/// A rectangle on paper in millimetres from the page's top left.
struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    [[nodiscard]] double right() const { return x + w; }
    [[nodiscard]] double bottom() const { return y + h; }
    bool operator==(const Box&) const = default;
};

/// The size of a sheet of paper in millimetres.
struct PaperSize {
    double w = 210;
    double h = 297;
    bool operator==(const PaperSize&) const = default;
};

}  // namespace forms
