#include "cardreader/virtual/picture.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "cardreader/virtual/characters.hpp"

namespace cardreader::virtual_card {

namespace {

// The one face in Debian that holds every form of a name that 住民基本台帳 knows.
constexpr const char* kFaceFile = "/usr/share/fonts/truetype/ipamj/ipamjm.ttf";
constexpr long kLongestLine = 480;  // pixels: how wide the card's pictures are is not public

struct Free {
    void operator()(FT_Library library) const noexcept { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const noexcept { FT_Done_Face(face); }
};
template <class T>
using Owned = std::unique_ptr<std::remove_pointer_t<T>, Free>;

/// A face at one size in pixels, without grey.
class Font {
public:
    explicit Font(unsigned height) {
        FT_Library library = nullptr;
        if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType cannot be used");
        library_.reset(library);
        FT_Face face = nullptr;
        if (FT_New_Face(library, kFaceFile, 0, &face) != 0)
            throw std::runtime_error(std::string("this face is missing: ") + kFaceFile);
        face_.reset(face);
        FT_Set_Pixel_Sizes(face, 0, height);
    }

    [[nodiscard]] FT_GlyphSlot draw(char32_t character, char32_t selector) const {
        auto glyph = selector == 0 ? 0 : FT_Face_GetCharVariantIndex(face_.get(), character, selector);
        if (glyph == 0) glyph = FT_Get_Char_Index(face_.get(), character);
        const auto how = FT_LOAD_RENDER | FT_LOAD_TARGET_MONO;
        return glyph == 0 || FT_Load_Glyph(face_.get(), glyph, how) != 0 ? nullptr : face_->glyph;
    }
    /// Where letters stand, in pixels from the top: the em square's foot is what is left below.
    [[nodiscard]] int baseline(unsigned height) const {
        const auto descent = static_cast<long>(height) * -face_->descender / face_->units_per_EM;
        return static_cast<int>(static_cast<long>(height) - descent);
    }

private:
    Owned<FT_Library> library_;
    Owned<FT_Face> face_;
};

void append_number(Bytes& to, std::size_t value) {
    for (const int shift : {24, 16, 8, 0}) to.push_back(static_cast<std::uint8_t>(value >> shift));
}

void append_chunk(Bytes& to, std::string_view type, const Bytes& data) {
    append_number(to, data.size());
    const auto checked = static_cast<std::ptrdiff_t>(to.size());
    to.insert(to.end(), type.begin(), type.end());
    to.insert(to.end(), data.begin(), data.end());
    const auto size = static_cast<uInt>(to.size() - static_cast<std::size_t>(checked));
    append_number(to, crc32(0, to.data() + checked, size));
}

/// Black on white, one bit a pixel, in as many lines as it takes.
class Sheet {
public:
    explicit Sheet(unsigned height) : height_(height) { begin_line(); }

    void set(const FT_GlyphSlot glyph, int baseline, long advance) {
        if (pen_ + advance > kLongestLine) begin_line();
        const auto& bitmap = glyph->bitmap;
        const auto black = [&](unsigned x, unsigned y) {
            const auto byte = static_cast<int>(y) * bitmap.pitch + static_cast<int>(x / 8);
            return (bitmap.buffer[byte] & (0x80 >> x % 8)) != 0;
        };
        for (unsigned y = 0; y < bitmap.rows; ++y)
            for (unsigned x = 0; x < bitmap.width; ++x)
                if (black(x, y))
                    blacken(pen_ + glyph->bitmap_left + x, long{baseline} - glyph->bitmap_top + y);
        pen_ += advance;
        width_ = std::max(width_, pen_);
    }
    [[nodiscard]] Bytes png() const;

private:
    void begin_line() {
        rows_.resize(rows_.size() + height_, std::vector<bool>(kLongestLine));
        pen_ = 0;
    }
    void blacken(long x, long y_in_line) {
        const bool inside = x >= 0 && x < kLongestLine && y_in_line >= 0 && y_in_line < std::ssize(rows_);
        if (!inside || static_cast<std::size_t>(y_in_line) >= height_) return;
        rows_[rows_.size() - height_ + static_cast<std::size_t>(y_in_line)][static_cast<std::size_t>(x)] =
            true;
    }

    std::size_t height_;
    long pen_ = 0;
    long width_ = 1;
    std::vector<std::vector<bool>> rows_;
};

// Each row begins with the byte that says "not filtered", and ends with whole bytes (PNG
// specification, 7.2, 9.2).
Bytes Sheet::png() const {
    const auto width = static_cast<std::size_t>(width_);
    Bytes lines;
    for (const auto& row : rows_) {
        lines.push_back(0);
        for (std::size_t x = 0; x < width; ++x) {
            if (x % 8 == 0) lines.push_back(0xFF);
            if (row[x]) lines.back() = static_cast<std::uint8_t>(lines.back() & ~(0x80 >> x % 8));
        }
    }
    auto packed_size = compressBound(lines.size());
    Bytes packed(packed_size);
    if (compress2(packed.data(), &packed_size, lines.data(), lines.size(), Z_BEST_COMPRESSION) != Z_OK)
        throw std::runtime_error("zlib cannot be used");
    packed.resize(packed_size);

    Bytes header;
    append_number(header, width);
    append_number(header, rows_.size());
    header.insert(header.end(), {1, 0, 0, 0, 0});  // one bit a pixel, grey, nothing special
    Bytes file{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    append_chunk(file, "IHDR", header);
    append_chunk(file, "IDAT", packed);
    append_chunk(file, "IEND", {});
    return file;
}

bool selects_a_form(char32_t character) {
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

}  // namespace

Bytes text_picture(std::string_view utf8, unsigned height) {
    const Font font(height);
    Sheet sheet(height);
    const auto text = characters(utf8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (selects_a_form(text[i])) continue;
        const auto next = i + 1 < text.size() ? text[i + 1] : 0;
        const auto glyph = font.draw(text[i], selects_a_form(next) ? next : 0);
        if (glyph == nullptr) continue;
        const bool digit = text[i] >= '0' && text[i] <= '9';
        sheet.set(glyph, font.baseline(height), digit ? long{height} / 2 : glyph->advance.x / 64);
    }
    return sheet.png();
}

}  // namespace cardreader::virtual_card
