#include "forms/sheets/typesetter.hpp"

#include <cairo-ft.h>

#include <array>

namespace forms {
namespace {

struct DestroyFontFace {
    void operator()(cairo_font_face_t* face) const noexcept { cairo_font_face_destroy(face); }
};
using FontFace = std::unique_ptr<cairo_font_face_t, DestroyFontFace>;

// Cairo keeps scaled fonts after their last use, so a face must live until Cairo lets go of it. Each has a
// library of its own: FreeType's reference counting of libraries does not cover the memory they allocate
// from.
void close_face(void* data) {
    auto* face = static_cast<FT_Face>(data);
    auto* library = face->glyph->library;
    FT_Done_Face(face);
    FT_Done_FreeType(library);
}

FontFace open_face(const FaceFile& file) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return {};
    FT_Face face = nullptr;
    if (FT_New_Face(library, file.path.c_str(), static_cast<FT_Long>(file.index), &face) != 0) {
        FT_Done_FreeType(library);
        return {};
    }
    FontFace made(cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
    static const cairo_user_data_key_t key{};
    if (cairo_font_face_set_user_data(made.get(), &key, face, close_face) == CAIRO_STATUS_SUCCESS)
        return made;
    made.reset();
    close_face(face);
    return {};
}

}  // namespace

struct Typesetter::Impl {
    explicit Impl(FaceFiles files) : faces(std::move(files)) {}
    Faces faces;
    std::array<FontFace, kFaces> embedded;
};

Typesetter::Typesetter(FaceFiles files) : impl_(std::make_unique<Impl>(std::move(files))) {}
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() = default;

Faces& Typesetter::faces() {
    return impl_->faces;
}

cairo_font_face_t* Typesetter::embedded(FaceId face) {
    auto& slot = impl_->embedded[static_cast<std::size_t>(face)];
    if (!slot) slot = open_face(impl_->faces.file(face));
    return slot.get();
}

}  // namespace forms
