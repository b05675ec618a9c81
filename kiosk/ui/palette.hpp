#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "kiosk/ui/look.hpp"

namespace kiosk {

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb&) const = default;
};

/// What a colour is for. Screens name roles; which token a role takes in which theme is data.
enum class Paint : std::uint8_t {
    Ground,
    Panel,
    Text,
    Second,
    Hairline,
    Border,
    Strong,
    Key,
    OnKey,
    Tint,
    Ask,
    Badge,
    OnBadge,
    Shade,
    Paper,
    StepToCome,
    StepDone,
    Ring,
    RingInner,
    Veil,
};
inline constexpr std::size_t kPaints = static_cast<std::size_t>(Paint::Veil) + 1;

/// The colours of one theme.
struct Palette {
    std::array<Rgb, kPaints> colours{};
    [[nodiscard]] Rgb operator[](Paint paint) const { return colours[static_cast<std::size_t>(paint)]; }
};

/// Both themes, from assets/tokens (Digital Agency design tokens 1.1.9 and the roles that use them).
/// Throws std::runtime_error naming file and role when a token is missing: without colours nothing can be
/// shown.
class Themes {
public:
    explicit Themes(const std::filesystem::path& assets);
    [[nodiscard]] const Palette& of(Contrast contrast) const {
        return contrast == Contrast::High ? high_ : standard_;
    }

private:
    Palette standard_;
    Palette high_;
};

/// WCAG 2 contrast ratio of two colours, 1 to 21.
[[nodiscard]] double contrast_ratio(Rgb a, Rgb b);

/// The name of a role in themes.toml and in an icon file, e.g. "on_key".
[[nodiscard]] std::string paint_name(Paint paint);
/// The role of that name; throws std::runtime_error when there is none.
[[nodiscard]] Paint paint_named(const std::string& name);

}  // namespace kiosk
