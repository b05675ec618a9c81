#include "forms/sheets/typesetter.hpp"

#include <cairo-ft.h>

#include <array>
#include FT_MODULE_H

namespace forms {
namespace {

struct DestroyFontFace {
    void operator()(cairo_font_face_t* face) const noexcept { cairo_font_face_destroy(face); }
};
struct CloseLibrary {
    void operator()(FT_Library library) const noexcept { FT_Done_FreeType(library); }
};
using FontFace = std::unique_ptr<cairo_font_face_t, DestroyFontFace>;

// Cairo keeps scaled fonts after their last use, so the file and the library must live until Cairo lets go of
// them.
void close_face(void* data) {
    auto* face = static_cast<FT_Face>(data);
    auto* library = face->glyph->library;
    FT_Done_Face(face);
    FT_Done_FreeType(library);
}

FontFace open_face(FT_Library library, const FaceFile& file) {
    FT_Face face = nullptr;
    if (FT_New_Face(library, file.path.c_str(), static_cast<FT_Long>(file.index), &face) != 0) return {};
    FT_Reference_Library(library);
    FontFace made(cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
    static const cairo_user_data_key_t key{};
    if (cairo_font_face_set_user_data(made.get(), &key, face, close_face) != CAIRO_STATUS_SUCCESS)
        close_face(face);
    return made;
}

}  // namespace

struct Typesetter::Impl {
    explicit Impl(FaceFiles files) : faces(std::move(files)) {
        FT_Library made = nullptr;
        if (FT_Init_FreeType(&made) == 0) library.reset(made);
    }
    Faces faces;
    std::unique_ptr<FT_LibraryRec_, CloseLibrary> library;
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
    if (!slot && impl_->library) slot = open_face(impl_->library.get(), impl_->faces.file(face));
    return slot.get();
}

}  // namespace forms
