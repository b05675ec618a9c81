#include "forms/typeset/faces.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "forms/typeset/name_rules.hpp"
#include "forms/typeset/utf8.hpp"
#include "tests/support/name_vectors.hpp"

using namespace forms;

namespace {

const Style kName{TextRole::Name, "ja"};

const NameVector& vector_of(int number) {
    static const auto vectors = name_vectors();
    return vectors.at(static_cast<std::size_t>(number - 1));
}

std::vector<FaceId> faces_used(const Shaped& line) {
    std::vector<FaceId> used;
    for (const auto& glyph : line.glyphs)
        if (used.empty() || used.back() != glyph.face) used.push_back(glyph.face);
    return used;
}

}  // namespace

TEST_CASE("every test name is drawn with real glyphs, or says what cannot be drawn", "[forms][typeset]") {
    Faces faces;
    for (const auto& vector : name_vectors()) {
        INFO(vector.number << " " << vector.note);
        const auto line = faces.shape(vector.text, kName);

        CHECK(std::ranges::none_of(line.glyphs, [](const Glyph& glyph) { return glyph.id == 0; }));
        std::size_t at = 0;
        for (const auto& cluster : line.clusters) {
            CHECK(cluster.bytes.from == at);
            at = cluster.bytes.to;
        }
        CHECK(at == vector.text.size());
        CHECK(line.undrawable.empty() == (vector.number != 33));
    }
}

TEST_CASE("each registered form of a character comes from the collection that has it", "[forms][typeset]") {
    Faces faces;
    const std::map<int, FaceId> expected{{16, FaceId::Name},    {17, FaceId::Name}, {18, FaceId::Name},
                                         {19, FaceId::NameCjk}, {20, FaceId::Name}, {21, FaceId::NameCjk},
                                         {22, FaceId::Name},    {23, FaceId::Name}, {24, FaceId::Name}};
    for (const auto& [number, face] : expected) {
        INFO(number);
        const auto& text = vector_of(number).text;
        const auto line = faces.shape(text, kName);
        const auto selected = std::ranges::find_if(line.clusters, [](const Cluster& cluster) {
            return cluster.bytes.to - cluster.bytes.from == 7;  // a character of 3 bytes with a selector of 4
        });
        REQUIRE(selected != line.clusters.end());
        REQUIRE(selected->glyphs == 1);
        const auto& glyph = line.glyphs[selected->first_glyph];
        CHECK(glyph.face == face);

        const auto base = faces.shape(selected->bytes.of(text).substr(0, 3), kName);
        const std::set<int> own_shape_of_the_base{17, 23, 24};  // in IPAmj this form is the base's own shape
        const bool same = base.glyphs.front().face == glyph.face && base.glyphs.front().id == glyph.id;
        CHECK(same == own_shape_of_the_base.contains(number));
    }
}

TEST_CASE("ideographs that normalisation would exchange keep their own glyph", "[forms][typeset]") {
    Faces faces;
    const std::map<int, std::string> unified{{26, "神"}, {27, "福"}, {28, "塚"}, {29, "羽"}, {30, "晴"}};
    for (const auto& [number, other] : unified) {
        INFO(number);
        const auto asked = faces.shape(vector_of(number).text, kName);
        const auto exchanged = faces.shape(other, kName);
        CHECK(asked.glyphs.front().id != exchanged.glyphs.front().id);
    }
}

TEST_CASE("a private character no face has stands as a geta and is reported with its bytes",
          "[forms][typeset]") {
    Faces faces;
    const auto& text = vector_of(33).text;
    const auto line = faces.shape(text, kName);

    REQUIRE(line.undrawable.size() == 1);
    CHECK_FALSE(line.undrawable.front().base_shown);
    CHECK(code_points_text(line.undrawable.front().bytes.of(text)) == "U+10DE92");
    CHECK(line.glyphs.front().id == faces.shape("〓", kName).glyphs.front().id);
}

TEST_CASE("a form no face has shows its base and is reported", "[forms][typeset]") {
    Faces faces;
    const std::string text = "一\U000E01EF";
    const auto line = faces.shape(text, kName);

    REQUIRE(line.undrawable.size() == 1);
    CHECK(line.undrawable.front().base_shown);
    REQUIRE(line.glyphs.size() == 1);
    CHECK(line.glyphs.front().id == faces.shape("一", kName).glyphs.front().id);
}

TEST_CASE("a Latin or Vietnamese name is set whole in one face", "[forms][typeset]") {
    Faces faces;
    for (const auto number : {41, 42, 45, 46, 47}) {
        INFO(number);
        CHECK(faces_used(faces.shape(vector_of(number).text, kName)) == std::vector{FaceId::Latin});
    }
    CHECK(faces_used(faces.shape("Nguyễn Thị Ánh", {TextRole::Ui, "ja"})) == std::vector{FaceId::Latin});
}

TEST_CASE("Chinese and Korean words use their own shapes of the shared characters", "[forms][typeset]") {
    Faces faces;
    CHECK(faces_used(faces.shape("直角", {TextRole::Ui, "zh"})) == std::vector{FaceId::Chinese});
    CHECK(faces_used(faces.shape("김은지", {TextRole::Ui, "ko"})) == std::vector{FaceId::Korean});
    CHECK(faces_used(faces.shape("直角", {TextRole::UiBold, "ja"})) == std::vector{FaceId::UiBold});
}

TEST_CASE("a name with turning or invisible characters is refused", "[forms][typeset]") {
    for (const auto& vector : name_vectors()) {
        INFO(vector.number);
        CHECK(name_problem(vector.text).has_value() == (vector.number == 50));
    }
    const auto problem = name_problem("A\u202EB");
    REQUIRE(problem);
    CHECK(problem->fault == NameFault::Direction);
    CHECK(problem->bytes == Span{1, 4});
    CHECK(name_problem("A\u200B")->fault == NameFault::Invisible);
    CHECK(name_problem("\xC3(")->fault == NameFault::BrokenUtf8);
    CHECK(name_problem("\U000E0100")->fault == NameFault::LoneSelector);
    CHECK(name_problem("山\n田")->fault == NameFault::Control);
}

TEST_CASE("a face that is not installed is named before names are printed", "[forms][typeset]") {
    auto files = debian_face_files();
    files[static_cast<std::size_t>(FaceId::Name)].path = "/nowhere/ipamjm.ttf";
    Faces faces(files);

    const auto missing = faces.missing({TextRole::Ui, TextRole::Name});
    REQUIRE(missing);
    CHECK(missing->detail == "/nowhere/ipamjm.ttf");
    CHECK_FALSE(Faces().missing({TextRole::Ui, TextRole::UiBold, TextRole::Fixed, TextRole::Name}));
    CHECK_FALSE(faces.shape("山田", kName).glyphs.empty());  // another Mincho takes over
}

TEST_CASE("a glyph is drawn with ink at the size asked for", "[forms][typeset]") {
    Faces faces;
    const auto line = faces.shape("国", {TextRole::Ui, "ja"});
    const auto bitmap = faces.raster(line.glyphs.front().face, line.glyphs.front().id, 40);

    CHECK(bitmap.width > 25);
    CHECK(bitmap.width <= 40);
    CHECK(std::ranges::count_if(bitmap.pixels, [](auto pixel) { return pixel > 128; }) > 100);
}
