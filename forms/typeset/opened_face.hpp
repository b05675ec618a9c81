#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <memory>
#include <string_view>

#include "forms/typeset/face_files.hpp"
#include "forms/typeset/faces.hpp"

namespace forms {

struct DestroyFont {
    void operator()(hb_font_t* font) const noexcept { hb_font_destroy(font); }
};
struct DestroyBuffer {
    void operator()(hb_buffer_t* buffer) const noexcept { hb_buffer_destroy(buffer); }
};
struct DestroyFace {
    void operator()(FT_Face face) const noexcept { FT_Done_Face(face); }
};
using Font = std::unique_ptr<hb_font_t, DestroyFont>;
using Buffer = std::unique_ptr<hb_buffer_t, DestroyBuffer>;
using DrawnFace = std::unique_ptr<FT_FaceRec_, DestroyFace>;

/// A face as HarfBuzz reads it, in font units, and as FreeType draws it. Inside forms/typeset only.
class OpenedFace {
public:
    /// Empty when the file is not a font.
    [[nodiscard]] static std::unique_ptr<OpenedFace> open(const FaceFile& file);

    [[nodiscard]] bool covers(std::string_view cluster, hb_buffer_t* scratch) const;
    [[nodiscard]] hb_font_t* font() const { return font_.get(); }
    [[nodiscard]] double em() const { return em_; }
    [[nodiscard]] FaceMetrics metrics() const;
    [[nodiscard]] Coverage raster(FT_Library library, const FaceFile& file, std::uint32_t glyph, int ppem);

private:
    Font font_;
    double em_ = 1000;
    DrawnFace drawn_;
    int ppem_ = 0;
};

}  // namespace forms
