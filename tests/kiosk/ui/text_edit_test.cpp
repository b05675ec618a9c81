#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "kiosk/ui/rich.hpp"
#include "kiosk/ui/text_edit.hpp"

using namespace kiosk;

namespace {

Edited typed(std::string_view text) {
    Edited made;
    for (const char32_t c : code_points(text)) made = typed_into(made, c);
    return made;
}

/// Names that break programs, one a line of code points, as in the vectors of the house.
const std::vector<std::u32string> kNames{U"\u9AD9\u6A4B",
                                         U"\u5C71\uFA11",
                                         U"\U00020BB7\u7530",
                                         U"\U00020B9F",
                                         U"\U0002363A\u672C",
                                         U"\u3402\u4E00",
                                         U"\u6E21\u9089\U000E0110",
                                         U"\u6E21\u908A\U000E0108",
                                         U"\u845B\U000E0100\u98FE",
                                         U"\u8FBB\U000E0103",
                                         U"\uFA19\u8C37",
                                         U"\uFA1B\u7530",
                                         U"\uFA1F",
                                         U"\U0001B001",
                                         U"\U0010DE92",
                                         U"\u4F50\u3005\u6728",
                                         U"\uFF8A\uFF9F\uFF9D\uFF80",
                                         U"Nguy\u1EC5n Th\u1ECB \u00C1nh",
                                         U"\uAE40\uC740\uC9C0",
                                         U"O\u2019CONNOR-SMITH ANNE",
                                         U"\"A,B\"\u3001=1+1"};

}  // namespace

TEST_CASE("every name that can be typed stays byte for byte while its neighbours are edited", "[kiosk][ui]") {
    for (const auto& name : kNames) {
        std::string bytes;
        for (const char32_t c : name) append_utf8(bytes, c);
        INFO(bytes);
        CHECK(typed(bytes).text == bytes);

        auto edited = edited_by(typed(bytes), KeyName::Home);
        edited = typed_into(edited, U'あ');
        edited = edited_by(edited, KeyName::End);
        edited = typed_into(edited, U'ん');
        CHECK(edited.text == "あ" + bytes + "ん");
        edited = edited_by(edited, KeyName::Backspace);
        edited = edited_by(edited_by(edited, KeyName::Home), KeyName::Delete);
        CHECK(edited.text == bytes);
    }
}

TEST_CASE("a character and its selector are one step and are erased together", "[kiosk][ui]") {
    const auto name = typed("渡邉\xF3\xA0\x84\x90");
    CHECK(edited_by(name, KeyName::Backspace).text == "渡");
    CHECK(edited_by(name, KeyName::Left).caret == 3);
}

TEST_CASE("a kana followed by its mark is the one kana it makes; kanji are never changed", "[kiosk][ui]") {
    CHECK(typed("か\xE3\x82\x99も").text == "がも");
    CHECK(typed("は\xE3\x82\x9A").text == "ぱ");
    CHECK(typed("神\xE3\x82\x99").text == "神\xE3\x82\x99");
}

TEST_CASE("what would hide in a name is refused", "[kiosk][ui]") {
    CHECK(typed_into({"A", 1}, U'\u202E').text == "A");
    CHECK(typed_into({"A", 1}, U'\u200B').text == "A");
    CHECK(typed_into({"A", 1}, U'\t').text == "A");
}
