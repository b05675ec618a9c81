#include "forms/sheets/typesetter.hpp"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <string_view>

namespace forms {
namespace {

struct DestroyFontFace {
    void operator()(cairo_font_face_t* face) const noexcept { cairo_font_face_destroy(face); }
};
using FontFace = std::unique_ptr<cairo_font_face_t, DestroyFontFace>;

struct DestroyBlob {
    void operator()(hb_blob_t* blob) const noexcept { hb_blob_destroy(blob); }
};
struct DestroyFace {
    void operator()(hb_face_t* face) const noexcept { hb_face_destroy(face); }
};
struct DestroyInput {
    void operator()(hb_subset_input_t* input) const noexcept { hb_subset_input_destroy(input); }
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;
using Face = std::unique_ptr<hb_face_t, DestroyFace>;

// The programs that fit a face's letters to a screen's pixels: 3 kB in every sheet, and paper has no use for
// them.
constexpr hb_tag_t kHinting = HB_TAG('f', 'p', 'g', 'm');
constexpr unsigned kLittle = 1024;  // bytes of hinting that are not worth a copy of the face

// The face's file without its hinting, its glyphs numbered as they were; empty when it has none.
Blob without_hinting(const FaceFile& file) {
    const Blob bytes(hb_blob_create_from_file_or_fail(file.path.c_str()));
    if (!bytes) return {};
    const Face face(hb_face_create(bytes.get(), file.index));
    const Blob hinting(hb_face_reference_table(face.get(), kHinting));
    if (hb_blob_get_length(hinting.get()) < kLittle) return {};
    const std::unique_ptr<hb_subset_input_t, DestroyInput> wanted(hb_subset_input_create_or_fail());
    if (!wanted) return {};
    hb_subset_input_set_flags(wanted.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
    hb_set_invert(hb_subset_input_glyph_set(wanted.get()));  // all
    auto* dropped = hb_subset_input_set(wanted.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const auto shaping : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S')})
        hb_set_add(dropped, shaping);
    const Face made(hb_subset_or_fail(face.get(), wanted.get()));
    return made ? Blob(hb_face_reference_blob(made.get())) : Blob();
}

// Where the tables of a face begin to be listed: a collection (.ttc) says it for each of its faces.
std::size_t directory_at(const std::string_view bytes, unsigned index) {
    const auto number = [bytes](std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    const std::size_t entry = 12 + std::size_t{4} * index;
    return bytes.starts_with("ttcf") && entry + 4 <= bytes.size() ? number(entry) : 0;
}

// Takes the character map off the list of a face's tables: Cairo looks through all of it for every glyph, to
// learn what we tell it anyway. Only the first page of the mapped file is copied for it.
void hide_character_map(hb_blob_t* blob, unsigned index) {
    unsigned length = 0;
    auto* data = hb_blob_get_data_writable(blob, &length);
    if (data == nullptr) return;
    constexpr std::size_t kHead = 12;
    constexpr std::size_t kEntry = 16;
    const auto at = directory_at({data, length}, index);
    if (at + kHead > length) return;
    const auto tables = static_cast<std::size_t>(static_cast<unsigned char>(data[at + 5]));
    for (auto entry = at + kHead; entry < at + kHead + tables * kEntry && entry + kEntry <= length;
         entry += kEntry)
        if (std::string_view(data + entry, 4) == "cmap") data[entry] = 'x';
}

// What Cairo draws a face from, for as long as Cairo keeps it. Each has a library of its own: FreeType's
// reference counting of libraries does not cover the memory they allocate from.
struct Drawn {
    Blob bytes;
    FT_Library freetype = nullptr;
    FT_Face face = nullptr;

    Drawn() = default;
    Drawn(const Drawn&) = delete;
    Drawn& operator=(const Drawn&) = delete;
    ~Drawn() {
        if (face != nullptr) FT_Done_Face(face);
        if (freetype != nullptr) FT_Done_FreeType(freetype);
    }
};

bool open(Drawn& drawn, const FaceFile& file) {
    if (FT_Init_FreeType(&drawn.freetype) != 0) return false;
    drawn.bytes = without_hinting(file);
    const auto index = drawn.bytes ? 0 : file.index;
    if (!drawn.bytes) drawn.bytes.reset(hb_blob_create_from_file_or_fail(file.path.c_str()));
    if (!drawn.bytes) return false;
    hide_character_map(drawn.bytes.get(), index);
    unsigned length = 0;
    const auto* data = hb_blob_get_data(drawn.bytes.get(), &length);
    return FT_New_Memory_Face(drawn.freetype, reinterpret_cast<const FT_Byte*>(data),
                              static_cast<FT_Long>(length), static_cast<FT_Long>(index), &drawn.face) == 0;
}

void forget(void* drawn) {
    delete static_cast<Drawn*>(drawn);
}

// Cairo keeps scaled fonts after their last use, so a face must live until Cairo lets go of it.
FontFace open_face(const FaceFile& file) {
    auto drawn = std::make_unique<Drawn>();
    if (!open(*drawn, file)) return {};
    FontFace made(cairo_ft_font_face_create_for_ft_face(drawn->face, FT_LOAD_NO_HINTING));
    static const cairo_user_data_key_t key{};
    if (cairo_font_face_set_user_data(made.get(), &key, drawn.get(), forget) != CAIRO_STATUS_SUCCESS) {
        made.reset();
        return {};
    }
    drawn.release();  // NOLINT(bugprone-unused-return-value): Cairo's now, until forget()
    return made;
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
