#pragma once

#include "kiosk/ui/glyph_textures.hpp"

namespace kiosk {

/// Glyph pages as one-byte OpenGL textures (R8, read as white with that alpha). Needs a current context of
/// OpenGL 3.3.
class GlGlyphs final : public GlyphTextures {
public:
    std::uintptr_t create(int side) override;
    void update(std::uintptr_t texture, const PixelRect& rect, std::span<const std::uint8_t> pixels) override;
    void destroy(std::uintptr_t texture) override;
};

}  // namespace kiosk
