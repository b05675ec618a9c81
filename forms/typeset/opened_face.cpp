#include "forms/typeset/opened_face.hpp"

#include <hb-ot.h>

#include <algorithm>

#include "forms/typeset/utf8.hpp"

namespace forms {

std::unique_ptr<OpenedFace> OpenedFace::open(const FaceFile& file) {
    auto* blob = hb_blob_create_from_file_or_fail(file.path.c_str());
    if (blob == nullptr) return nullptr;
    auto* face = hb_face_create(blob, file.index);
    hb_blob_destroy(blob);
    auto opened = std::make_unique<OpenedFace>();
    if (hb_face_get_glyph_count(face) > 0) {
        opened->em_ = hb_face_get_upem(face);
        opened->font_.reset(hb_font_create(face));
    }
    hb_face_destroy(face);
    return opened->font_ ? std::move(opened) : nullptr;
}

bool OpenedFace::covers(std::string_view cluster, hb_buffer_t* scratch) const {
    const auto base = code_point_at(cluster, 0);
    hb_codepoint_t glyph = 0;
    if (base.length == cluster.size())
        return hb_font_get_nominal_glyph(font(), base.value, &glyph) != 0 && glyph != 0;
    const auto second = code_point_at(cluster, base.length);
    if (is_variation_selector(second.value) && base.length + second.length == cluster.size())
        return hb_font_get_variation_glyph(font(), base.value, second.value, &glyph) != 0 && glyph != 0;
    // Marks may be composed with their base by the shaper: only shaping tells.
    hb_buffer_clear_contents(scratch);
    hb_buffer_add_utf8(scratch, cluster.data(), static_cast<int>(cluster.size()), 0, -1);
    hb_buffer_guess_segment_properties(scratch);
    hb_shape(font(), scratch, nullptr, 0);
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(scratch, &count);
    return count > 0 &&
           std::all_of(infos, infos + count, [](const auto& info) { return info.codepoint != 0; });
}

FaceMetrics OpenedFace::metrics() const {
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font(), &extents);
    return {extents.ascender / em_, -extents.descender / em_};
}

Coverage OpenedFace::raster(FT_Library library, const FaceFile& file, std::uint32_t glyph, int ppem) {
    if (!drawn_) {
        FT_Face made = nullptr;
        if (FT_New_Face(library, file.path.c_str(), static_cast<FT_Long>(file.index), &made) != 0) return {};
        drawn_.reset(made);
    }
    if (ppem_ != ppem) {
        FT_Set_Pixel_Sizes(drawn_.get(), 0, static_cast<FT_UInt>(ppem));
        ppem_ = ppem;
    }
    if (FT_Load_Glyph(drawn_.get(), glyph, FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) return {};
    const auto& bitmap = drawn_->glyph->bitmap;
    Coverage coverage{drawn_->glyph->bitmap_left,
                      drawn_->glyph->bitmap_top,
                      static_cast<int>(bitmap.width),
                      static_cast<int>(bitmap.rows),
                      {}};
    coverage.pixels.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned row = 0; row < bitmap.rows; ++row) {
        const auto* line = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        coverage.pixels.insert(coverage.pixels.end(), line, line + bitmap.width);
    }
    return coverage;
}

}  // namespace forms
