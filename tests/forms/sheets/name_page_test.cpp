#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <memory>

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

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

// How many bytes of two pictures of one size differ by more than a shade; all of them when the sizes differ.
std::size_t bytes_that_differ(const std::filesystem::path& one, const std::filesystem::path& other) {
    constexpr int kShade = 48;
    const Surface a(cairo_image_surface_create_from_png(one.c_str()), cairo_surface_destroy);
    const Surface b(cairo_image_surface_create_from_png(other.c_str()), cairo_surface_destroy);
    const auto length = [](const Surface& picture) {
        return static_cast<std::size_t>(cairo_image_surface_get_stride(picture.get())) *
               static_cast<std::size_t>(cairo_image_surface_get_height(picture.get()));
    };
    if (length(a) != length(b) || length(a) == 0) return std::max<std::size_t>({length(a), length(b), 1});
    const auto* left = cairo_image_surface_get_data(a.get());
    const auto* right = cairo_image_surface_get_data(b.get());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < length(a); ++i) differing += std::abs(left[i] - right[i]) > kShade ? 1 : 0;
    return differing;
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
    const auto drawn = std::filesystem::path(KAKANAI_BINARY_DIR) / "name-vectors.png";
    std::ofstream(drawn, std::ios::binary) << *picture;
    // One other character on the page is some hundred bytes.
    CHECK(bytes_that_differ(drawn, KAKANAI_SOURCE_DIR "/assets/pictures/name-vectors.png") < 50);
}
