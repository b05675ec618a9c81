#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/typeset/faces.hpp"

namespace forms {

/// A part of a sentence and the reading that is set over it; most parts have none.
struct RubyPart {
    std::string text;
    std::string reading;
    bool operator==(const RubyPart&) const = default;
};

/// Reads the packs' notation: 漢字《かんじ》 gives the kanji before it that reading, ｜ says where the base
/// begins when it is more than the kanji.
[[nodiscard]] std::vector<RubyPart> parse_ruby(std::string_view marked);

/// Readings are set at half the size of their base (W3C simple ruby).
inline constexpr double kRubySize = 0.5;
/// How far the baseline of a reading stands over that of its base, and how much higher a line with readings
/// is than one without, in ems of the base.
inline constexpr double kRubyRise = 0.98;
inline constexpr double kRubyRow = 0.42;

/// A line of base words and readings. Lengths are in ems of the base; the baseline of the base is 0.
struct RubyLine {
    struct Placed {
        std::string text;
        Shaped shaped;  // in its own ems
        double x = 0;
        bool reading = false;
    };
    std::vector<Placed> parts;
    double width = 0;
    bool has_reading = false;
};

/// Breaks a sentence into lines no wider than `width` ems, as break_lines does, never between a base and its
/// reading. Both are centred on each other; a reading longer than its base widens the base's room (group
/// ruby). A base with a reading that alone is wider than a line stands alone.
[[nodiscard]] std::vector<RubyLine> break_ruby(Faces& faces, const std::vector<RubyPart>& parts,
                                               const Style& style, double width);

}  // namespace forms
