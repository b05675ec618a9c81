#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.hpp"
#include "forms/typeset/face_files.hpp"
#include "forms/typeset/text_breaks.hpp"

namespace forms {

/// One glyph of a line. Lengths are in ems (× the size in pt or px); y grows upwards from the baseline.
struct Glyph {
    FaceId face{};
    std::uint32_t id = 0;  // in its face; never 0 (.notdef)
    double x = 0;          // from the start of the line
    double y = 0;
};

/// Characters that are drawn together: usually one grapheme cluster, several in a ligature.
struct Cluster {
    Span bytes;
    std::size_t first_glyph = 0;
    std::size_t glyphs = 0;
    double x = 0;        // em, from the start of the line
    double advance = 0;  // em
};

/// What no face can draw as asked.
struct Undrawable {
    Span bytes;
    bool base_shown = false;  // the character without its selector stands there; otherwise 〓
};

/// A line of text as glyphs, at any size.
struct Shaped {
    std::vector<Glyph> glyphs;
    std::vector<Cluster> clusters;  // in the order of the text, without gaps
    std::vector<Undrawable> undrawable;
    double width = 0;  // em
};

/// The ink of one glyph at a size: `left` and `top` are px from the pen to the bitmap's top left (top grows
/// upwards).
struct Coverage {
    int left = 0, top = 0, width = 0, height = 0;
    std::vector<std::uint8_t> pixels;  // width × height, 255 is ink
};

/// How far letters reach from the baseline, in ems.
struct FaceMetrics {
    double ascent = 0;
    double descent = 0;  // positive, downwards
};

/// What a line covers, in ems: `left` and `right` from its start, `top` and `bottom` from the baseline,
/// upwards. At least its advances.
struct Ink {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

/// Shapes words, and draws their glyphs for the screen. A face is chosen by what it covers as a sequence
/// (base and variation selector together), never by the base alone; a run of letters of one script (Latin,
/// Hangul …) is set whole in one face. Ideographs are never normalised. Files are opened when first needed.
/// One per thread.
class Faces {
public:
    explicit Faces(FaceFiles files = debian_face_files());
    Faces(Faces&&) noexcept;
    Faces& operator=(Faces&&) noexcept;
    ~Faces();

    /// The first of these styles' preferred faces that cannot be opened, or nothing. Ask before printing
    /// names: a missing face is otherwise replaced by the next one that has the characters.
    [[nodiscard]] std::optional<Error> missing(std::initializer_list<TextRole> roles);

    /// One line. Line feeds and other controls take no room and have no glyph. Broken UTF-8 is undrawable.
    [[nodiscard]] Shaped shape(std::string_view text, const Style& style);

    /// Whether a face has a character in exactly this form.
    [[nodiscard]] bool covers(FaceId face, std::string_view cluster);

    /// Draws a glyph with an em of `ppem` pixels; empty when the file cannot be read.
    [[nodiscard]] Coverage raster(FaceId face, std::uint32_t glyph, int ppem);

    [[nodiscard]] FaceMetrics metrics(FaceId face);
    [[nodiscard]] Ink ink(const Shaped& line);
    [[nodiscard]] const FaceFile& file(FaceId face) const;
    [[nodiscard]] TextBreaks& breaks();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace forms
