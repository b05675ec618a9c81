#pragma once

#include <string>

namespace kiosk {

/// The configured glass. Sizes come from configuration, never from what a monitor reports of itself.
struct Panel {
    float diagonal_inch = 15.6F;
    int width_px = 1920;
    int height_px = 1080;
    bool operator==(const Panel&) const = default;

    [[nodiscard]] float px_per_mm() const;
    [[nodiscard]] float width_mm() const { return static_cast<float>(width_px) / px_per_mm(); }
    [[nodiscard]] float height_mm() const { return static_cast<float>(height_px) / px_per_mm(); }
};

enum class Contrast { Standard, High };

/// How this visitor wants the screen: everything that changes how words look and nothing that changes what
/// they say.
struct Look {
    Panel panel;
    std::string language = "ja";
    int percent = 100;  // 100, 125, 150 or 200
    bool ruby = false;
    Contrast contrast = Contrast::Standard;
    bool operator==(const Look&) const = default;

    [[nodiscard]] float scale() const { return static_cast<float>(percent) / 100.0F; }
    /// Easy Japanese always carries its readings (出入国在留管理庁 guideline 2020, facts/ux.md YN7).
    [[nodiscard]] bool shows_ruby() const {
        return ruby ? language == "ja" || language == "easy" : language == "easy";
    }
};

}  // namespace kiosk
