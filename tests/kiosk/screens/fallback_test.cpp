#include <catch2/catch.hpp>

#include "kiosk/screens/pack_words.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

Rich said_in(const forms::Text& text, const char* language) {
    HeadlessUi headless;
    Look look;
    look.language = language;
    return headless.frame(look, "x", [&](Ui& ui) { return said(text, ui); });
}

}  // namespace

TEST_CASE("words a pack lacks in a language are easy Japanese with readings, never blank",
          "[kiosk][screens]") {
    forms::Text text{"世帯主", "せたいぬし", {}};
    text.put("easy", "家《いえ》の 代表《だいひょう》");
    text.put("en", "Head of the household");
    CHECK(plain(said_in(text, "en")) == "Head of the household");
    const auto in_vietnamese = said_in(text, "vi");
    CHECK(plain(in_vietnamese) == "家の 代表");
    CHECK(reading_of(in_vietnamese) == "いえの だいひょう");
    for (const auto& span : in_vietnamese) CHECK(span.language == "ja");
    CHECK(said_in({}, "vi").empty());
}

TEST_CASE("words that exist in Japanese only carry their reading", "[kiosk][screens]") {
    const auto said = said_in({"世帯主", "せたいぬし", {}}, "zh");
    CHECK(plain(said) == "世帯主");
    CHECK(reading_of(said) == "せたいぬし");
}
