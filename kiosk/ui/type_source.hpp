#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// Which kind of face words are set in.
enum class TypeFace : std::uint8_t { Regular, Bold, Name };

/// One glyph of a line, in pixels from the line's start on its baseline (y grows upwards).
struct PlacedGlyph {
    std::uint16_t face = 0;  // the source's number of the face file
    std::uint32_t glyph = 0;
    float x = 0, y = 0;
};

struct ShapedText {
    std::vector<PlacedGlyph> glyphs;
    float width = 0;          // px
    bool undrawable = false;  // some cluster has no glyph in any face, or not in the form asked for
};

/// The coverage of one glyph: `left` and `top` px from the pen to the bitmap's top left (top grows upwards).
struct Coverage {
    int left = 0, top = 0, width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

/// Where shapes of letters come from. `ppem` is the em in whole pixels.
class TypeSource {
public:
    TypeSource() = default;
    TypeSource(const TypeSource&) = delete;
    TypeSource& operator=(const TypeSource&) = delete;
    virtual ~TypeSource() = default;

    virtual ShapedText shape(std::string_view text, TypeFace face, std::string_view language, int ppem) = 0;
    virtual Coverage raster(std::uint16_t face, std::uint32_t glyph, int ppem) = 0;
    /// Bytes at which a line may begin, after the first, by the rules of the language (Japanese: strict
    /// kinsoku).
    virtual std::vector<std::size_t> line_breaks(std::string_view text, std::string_view language) = 0;
    /// Those of them at which a reader would pause; a line is broken there when it can be.
    virtual std::vector<std::size_t> phrase_breaks(std::string_view text, std::string_view language) = 0;
};

}  // namespace kiosk
