#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/glyph_textures.hpp"
#include "kiosk/ui/type_source.hpp"

namespace kiosk {

/// A glyph on a page: where its pixels are and where they go relative to the pen.
struct PagedGlyph {
    std::uintptr_t texture = 0;
    PixelRect place;
    int left = 0, top = 0;
};

/// Keeps the glyphs that were drawn lately on at most four pages of 2048 by 2048 (16 MB of coverage, far
/// below the 64 MB allowed), packed on shelves. When all are full the page unused for longest is emptied.
/// The textures alone hold the pages: no second copy of them stays in memory.
class GlyphPages {
public:
    static constexpr int kSide = 2048;
    static constexpr std::size_t kMaxPages = 4;

    GlyphPages(TypeSource& source, GlyphTextures& textures) : source_(source), textures_(textures) {}
    GlyphPages(const GlyphPages&) = delete;
    GlyphPages& operator=(const GlyphPages&) = delete;
    ~GlyphPages();

    /// The glyph at `ppem`, rasterised now if it was not there; empty for one without ink.
    [[nodiscard]] std::optional<PagedGlyph> get(std::uint16_t face, std::uint32_t glyph, int ppem);
    /// Sends what changed to the textures; call once a frame after drawing and before rendering.
    void upload();
    /// Call once a frame before drawing.
    void next_frame() { ++frame_; }
    /// Wipes and gives back every page: one of name glyphs tells a name. Between frames only.
    void forget();
    [[nodiscard]] std::size_t bytes() const { return pages_.size() * kSide * kSide; }

private:
    struct Waiting {
        PixelRect place;
        std::vector<std::uint8_t> pixels;
    };
    struct Page {
        std::uintptr_t texture = 0;
        std::vector<Waiting> waiting;  // for the next upload
        int shelf_top = 0, shelf_height = 0, pen = 0;
        std::uint64_t used = 0;
    };
    struct Entry {
        std::size_t page = 0;
        PagedGlyph glyph;
    };

    [[nodiscard]] std::optional<PixelRect> reserve(Page& page, int width, int height) const;
    [[nodiscard]] std::size_t page_for(int width, int height, PixelRect& place);
    void add_page();
    void empty(std::size_t page);

    TypeSource& source_;
    GlyphTextures& textures_;
    std::vector<Page> pages_;
    std::unordered_map<std::uint64_t, Entry> entries_;
    std::uint64_t frame_ = 1;
};

}  // namespace kiosk
