#include <catch2/catch.hpp>

#include "kiosk/ui/faces.hpp"

using namespace kiosk;

TEST_CASE("a name with a rare character and one with a variant are drawn in the form asked for",
          "[kiosk][type]") {
    Faces faces;
    CHECK_FALSE(faces.shape("𠮷邉\xF3\xA0\x84\x90", TypeFace::Name, "ja", 50).undrawable);
    const auto plain = faces.shape("邉", TypeFace::Name, "ja", 50);
    const auto variant = faces.shape("邉\xF3\xA0\x84\x91", TypeFace::Name, "ja", 50);
    REQUIRE(plain.glyphs.size() == 1);
    REQUIRE(variant.glyphs.size() == 1);
    CHECK(plain.glyphs[0].glyph != variant.glyphs[0].glyph);
}

TEST_CASE("a form that no face has is reported, never silently replaced", "[kiosk][type]") {
    Faces faces;
    CHECK(faces.shape("一\xF3\xA0\x87\xAF", TypeFace::Name, "ja", 50).undrawable);
    CHECK(faces.shape("\xF4\x8D\xBA\x92", TypeFace::Name, "ja", 50).undrawable);
}

TEST_CASE("no line begins with what may not begin one", "[kiosk][type]") {
    Faces faces;
    const std::string text = "「あっ、ちょっと、カードー。」と言って（笑）、々々。";
    for (const auto at : faces.line_breaks(text, "ja")) {
        const auto rest = text.substr(at, 3);
        INFO(rest);
        for (const auto* never : {"、", "。", "」", "）", "ー", "っ", "ょ", "々"}) CHECK(rest != never);
    }
}

TEST_CASE("each language of the start screen can be drawn in its own face", "[kiosk][type]") {
    Faces faces;
    CHECK_FALSE(faces.shape("Tiếng Việt", TypeFace::Regular, "vi", 32).undrawable);
    CHECK_FALSE(faces.shape("中文(简体)", TypeFace::Bold, "zh", 32).undrawable);
    CHECK_FALSE(faces.shape("한국어", TypeFace::Regular, "ko", 32).undrawable);
    CHECK_FALSE(faces.shape("नेपाली", TypeFace::Regular, "ne", 32).undrawable);
}
