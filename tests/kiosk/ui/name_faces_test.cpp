#include <catch2/catch.hpp>

#include "forms/typeset/face_files.hpp"
#include "kiosk/ui/faces.hpp"
#include "tests/support/name_faces.hpp"
#include "tests/support/name_vectors.hpp"

using namespace kiosk;

namespace {

// As the fonts call themselves in a PDF.
std::string font_name(std::uint16_t face) {
    switch (static_cast<forms::FaceId>(face)) {
        case forms::FaceId::Name:
            return "IPAmjMincho";
        case forms::FaceId::NameCjk:
            return "NotoSerifCJKjp-Regular";
        case forms::FaceId::Cjk:
            return "NotoSansCJKjp-Regular";
        case forms::FaceId::Latin:
            return "NotoSans-Regular";
        default:
            return "another face";
    }
}

}  // namespace

TEST_CASE("each test name stands on the screen in the faces that draw it on paper", "[kiosk][type]") {
    constexpr int kRefused = 50;
    Faces faces;
    const auto listed = name_faces();
    for (const auto& vector : name_vectors()) {
        if (vector.number == kRefused) continue;
        INFO(vector.number << " " << vector.note);
        std::vector<std::string> along;
        for (const auto& glyph : faces.shape(vector.text, TypeFace::Name, "ja", 50).glyphs) {
            CHECK(glyph.glyph != 0);
            const auto name = font_name(glyph.face);
            if (along.empty() || along.back() != name) along.push_back(name);
        }
        CHECK(along == listed.at(vector.number));
    }
}
