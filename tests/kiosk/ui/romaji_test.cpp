#include "kiosk/ui/romaji.hpp"

#include <catch2/catch.hpp>
#include <string_view>

using namespace kiosk;

namespace {

std::string spelled(std::string_view letters) {
    Edited now;
    for (const char c : letters) now = romaji_typed(now, static_cast<char32_t>(c));
    return romaji_ended(now).text;
}

}  // namespace

TEST_CASE("names spelled in romaji become the kana that people of that name write", "[kiosk][ui][romaji]") {
    CHECK(spelled("YOSHIBE") == "よしべ");
    CHECK(spelled("watanabe") == "わたなべ");
    CHECK(spelled("shouichi") == "しょういち");
    CHECK(spelled("syouiti") == "しょういち");
    CHECK(spelled("hattori") == "はっとり");
    CHECK(spelled("jun'ichi") == "じゅんいち");
    CHECK(spelled("junnichi") == "じゅんいち");
    CHECK(spelled("kenichi") == "けにち");  // as it is spelled; nn or a pause makes ん
    CHECK(spelled("konno") == "こんお");
    CHECK(spelled("konnno") == "こんの");
    CHECK(spelled("ken") == "けん");
    CHECK(spelled("kennya") == "けんや");
    CHECK(spelled("shimpei") == "しんぺい");
    CHECK(spelled("kato q") == "かと q");  // what spells nothing stays to be seen and put right
    CHECK(spelled("ryu-ta") == "りゅーた");
}

TEST_CASE("romaji leaves what stood there before as it was", "[kiosk][ui][romaji]") {
    const std::string kept = "\U00020BB7\u908A\U000E0110";
    Edited now{kept + "|", kept.size()};
    for (const char32_t c : U"ka")
        if (c != 0) now = romaji_typed(now, c);
    CHECK(now.text == kept + "か|");
}
