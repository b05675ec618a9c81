#pragma once

#include <cstdint>
#include <span>

namespace kiosk {

/// A part of a glyph page, in pixels.
struct PixelRect {
    int x = 0, y = 0, w = 0, h = 0;
    bool operator==(const PixelRect&) const = default;
};

/// Where glyph pages live on the graphics card. One byte of coverage per pixel.
class GlyphTextures {
public:
    GlyphTextures() = default;
    GlyphTextures(const GlyphTextures&) = delete;
    GlyphTextures& operator=(const GlyphTextures&) = delete;
    virtual ~GlyphTextures() = default;

    /// An empty square texture, drawn as white with the coverage as alpha. The handle is what ImGui takes as
    /// texture id.
    virtual std::uintptr_t create(int side) = 0;
    /// Replaces `rect` by `pixels`, row by row.
    virtual void update(std::uintptr_t texture, const PixelRect& rect,
                        std::span<const std::uint8_t> pixels) = 0;
    virtual void destroy(std::uintptr_t texture) = 0;
};

}  // namespace kiosk
