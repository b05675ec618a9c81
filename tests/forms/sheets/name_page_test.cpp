#include <catch2/catch.hpp>
#include <fstream>

#include "forms/sheets/block.hpp"
#include "forms/sheets/canvas.hpp"
#include "forms/typeset/utf8.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

constexpr Style kUi{TextRole::Ui, "ja"};
constexpr Style kName{TextRole::Name, "ja"};

std::string faces_of(Faces& faces, const Shaped& line) {
    std::string names;
    for (const auto& glyph : line.glyphs) {
        const auto name = faces.file(glyph.face).path.stem().string();
        if (names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

// Two columns of twenty-five names, each with its number, its face and what cannot be drawn.
std::string page_of_names(Typesetter& typesetter, const std::vector<NameVector>& vectors) {
    constexpr double kRow = 10.8;
    Canvas canvas(typesetter, {210, 297}, {"name_vectors.tsv", Date{}});
    auto& faces = typesetter.faces();
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        const double x = i < 25 ? 10 : 108;
        const double y = 12 + kRow * static_cast<double>(i % 25);
        Block number(faces, 8);
        number.add({std::to_string(vectors[i].number), kUi, 8, 0.4});
        number.draw(canvas, x, y + 1.5);
        Block words(faces, 84);
        const bool refused = vectors[i].number == 50;
        const auto shaped = faces.shape(vectors[i].text, kName);
        words.add({refused ? "（書きません）" : vectors[i].text, refused ? kUi : kName,
                   shaped.width > 40 ? 5.0 : 15.0, 0});
        words.draw(canvas, x + 8, y);
        auto note = refused ? std::string("U+202E U+200B") : faces_of(faces, shaped);
        for (const auto& each : shaped.undrawable)
            if (!refused) note += "  〓 " + code_points_text(each.bytes.of(vectors[i].text));
        Block small(faces, 84);
        small.add({note, {TextRole::Ui, "en"}, 6, 0.4});
        small.draw(canvas, x + 8, y + 7);
    }
    auto pdf = canvas.finish();
    REQUIRE(pdf);
    return std::move(*pdf);
}

}  // namespace

TEST_CASE("all fifty test names stand on one page with the face that draws each", "[forms][sheets]") {
    Typesetter typesetter;
    const auto vectors = name_vectors();
    const auto pdf = page_of_names(typesetter, vectors);

    CHECK(count_pages(pdf).value() == 1);
    const auto text = text_of(pdf);
    for (const auto& vector : vectors) {
        INFO(vector.number);
        CHECK((text.find(without_space(vector.text)) != std::string::npos) == (vector.number != 50));
    }
    const auto picture = png_of(picture_of(pdf, 1, 100).value());
    REQUIRE(picture);
    std::ofstream(KAKANAI_BINARY_DIR "/name-vectors.png", std::ios::binary) << *picture;
}
