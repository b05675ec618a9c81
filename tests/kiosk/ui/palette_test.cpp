#include <catch2/catch.hpp>
#include <filesystem>

#include "kiosk/ui/icons.hpp"
#include "kiosk/ui/palette.hpp"
#include "kiosk/ui/words.hpp"

using namespace kiosk;

namespace {
const std::filesystem::path kAssets = std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets";
}

TEST_CASE("text stands out 7:1 and borders 3:1 in both themes", "[kiosk][ui]") {
    const Themes themes(kAssets);
    for (const auto contrast : {Contrast::Standard, Contrast::High}) {
        const auto& colours = themes.of(contrast);
        for (const auto ground : {Paint::Ground, Paint::Panel, Paint::Tint})
            for (const auto ink : {Paint::Text, Paint::Second, Paint::Key, Paint::Ask}) {
                INFO(paint_name(ink) << " on " << paint_name(ground));
                CHECK(contrast_ratio(colours[ink], colours[ground]) >= 7.0);
            }
        CHECK(contrast_ratio(colours[Paint::OnKey], colours[Paint::Key]) >= 7.0);
        CHECK(contrast_ratio(colours[Paint::OnBadge], colours[Paint::Badge]) >= 7.0);
        for (const auto line : {Paint::Border, Paint::Strong, Paint::Key, Paint::Ring})
            CHECK(contrast_ratio(colours[line], colours[Paint::Ground]) >= 3.0);
    }
}

TEST_CASE("a theme that names no token is refused by name", "[kiosk][ui]") {
    CHECK_THROWS_WITH(paint_named("pink"), Catch::Contains("pink"));
    CHECK_THROWS_WITH(Themes(kAssets / "words"), Catch::Contains("dads.tsv"));
}

TEST_CASE("a drawing follows its path", "[kiosk][ui]") {
    const auto shapes = parse_path("M1 2h3v4l-1-1z M0 0c0-1 2-1 2 0s2 1 2 0");
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].closed);
    CHECK(shapes[0].points == std::vector<Point>{{1, 2}, {4, 2}, {4, 6}, {3, 5}});
    CHECK(shapes[1].points.back() == Point{4, 0});
    CHECK_THROWS(parse_path("M1 2 X"));
}

TEST_CASE("every language has the same words, none is empty, and every kanji has its reading",
          "[kiosk][words]") {
    const Words words(kAssets);
    const auto wanted = words.ids("ja");
    REQUIRE(wanted.size() > 150);
    for (const auto& language : words.languages()) {
        INFO(language);
        CHECK(words.ids(language) == wanted);
        for (const auto& id : wanted) {
            INFO(id);
            if (language == "easy" || language == "ja") {
                const bool is_name = id == "language.name";
                CHECK((is_name || !lacks_ruby(words.get(language, id))));
            }
        }
    }
}

TEST_CASE("what a person said is filled in as it is, notation and all", "[kiosk][words]") {
    const Words words(kAssets);
    const auto rich = words.get("ja", "age", {{"n", "*4《2》*"}});
    CHECK(plain(rich) == "*4《2》*歳");
}
