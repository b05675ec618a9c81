#include <catch2/catch.hpp>

#include "kiosk/ui/glyph_pages.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

/// Every glyph is a square of its own size.
class Squares final : public TypeSource {
public:
    explicit Squares(int side) : side_(side) {}
    ShapedText shape(std::string_view, TypeFace, std::string_view, int) override { return {}; }
    Coverage raster(std::uint16_t, std::uint32_t glyph, int) override {
        ++rastered;
        if (glyph == 0) return {};
        return {0, side_, side_, side_,
                std::vector<std::uint8_t>(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_),
                                          255)};
    }
    std::vector<std::size_t> line_breaks(std::string_view, std::string_view) override { return {}; }
    std::vector<std::size_t> phrase_breaks(std::string_view, std::string_view) override { return {}; }
    int rastered = 0;

private:
    int side_;
};

}  // namespace

TEST_CASE("a glyph is rasterised once and sent once", "[kiosk][ui]") {
    Squares source(30);
    NoTextures textures;
    GlyphPages pages(source, textures);
    const auto first = pages.get(1, 7, 32);
    const auto again = pages.get(1, 7, 32);
    REQUIRE(first);
    CHECK(first->place == again->place);
    CHECK(source.rastered == 1);
    pages.upload();
    const auto sent = textures.updates;
    pages.upload();
    CHECK(textures.updates == sent);
    CHECK_FALSE(pages.get(1, 0, 32));
}

TEST_CASE("glyphs of a page never overlap and the pages never exceed their memory", "[kiosk][ui]") {
    Squares source(120);
    NoTextures textures;
    GlyphPages pages(source, textures);
    std::vector<PagedGlyph> placed;
    for (std::uint32_t glyph = 1; glyph <= 200; ++glyph) placed.push_back(*pages.get(1, glyph, 120));
    for (std::size_t a = 0; a < placed.size(); ++a)
        for (std::size_t b = a + 1; b < placed.size(); ++b) {
            const auto& p = placed[a].place;
            const auto& q = placed[b].place;
            const bool apart = placed[a].texture != placed[b].texture || p.x + p.w <= q.x ||
                               q.x + q.w <= p.x || p.y + p.h <= q.y || q.y + q.h <= p.y;
            REQUIRE(apart);
        }
    for (std::uint32_t glyph = 1000; glyph < 4000; ++glyph) {
        pages.next_frame();
        REQUIRE(pages.get(1, glyph, 120));
    }
    CHECK(pages.bytes() <= 64U * 1024 * 1024);
}

TEST_CASE("after a visit nothing is left of its glyphs", "[kiosk][ui]") {
    Squares source(30);
    NoTextures textures;
    GlyphPages pages(source, textures);
    (void)pages.get(1, 7, 32);
    pages.upload();
    CHECK(textures.inked.size() == 1);
    pages.forget();
    CHECK(textures.inked.empty());
    CHECK(textures.destroyed == textures.created);
    CHECK(pages.bytes() == 0);
    const int before = source.rastered;
    (void)pages.get(1, 7, 32);
    CHECK(source.rastered == before + 1);
}
