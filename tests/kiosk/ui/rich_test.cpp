#include <catch2/catch.hpp>

#include "kiosk/ui/rich.hpp"

using namespace kiosk;

TEST_CASE("the notation of the words gives bases, readings and weight", "[kiosk][ui]") {
    CHECK(parse_rich("亡《な》くなられた方《かた》の") ==
          Rich{{"亡", "な", false}, {"くなられた", "", false}, {"方", "かた", false}, {"の", "", false}});
    CHECK(parse_rich("*｜お金《おかね》*を") == Rich{{"お金", "おかね", true}, {"を", "", false}});
    CHECK(parse_rich("表示できます") == Rich{{"表示できます", "", false}});
    CHECK(parse_rich("《かっこ") == Rich{{"《かっこ", "", false}});
}

TEST_CASE("a sentence's reading is shared out among its kanji", "[kiosk][ui]") {
    const auto rich = with_reading("亡くなられた方の健康保険は、どれでしたか",
                                   "なくなられた かたの けんこう ほけんわ どれでしたか");
    CHECK(rich == Rich{{"亡", "な", false},
                       {"くなられた", "", false},
                       {"方", "かた", false},
                       {"の", "", false},
                       {"健康保険", "けんこうほけん", false},
                       {"は、どれでしたか", "", false}});
    CHECK_FALSE(lacks_ruby(rich));
    CHECK(plain(rich) == "亡くなられた方の健康保険は、どれでしたか");
}

TEST_CASE("digits and katakana find their part of the reading", "[kiosk][ui]") {
    const auto rich = with_reading("75歳以上のカード", "ななじゅうごさい いじょうの かーど");
    CHECK(rich.front() == Span{"75歳以上", "ななじゅうごさいいじょう", false});
    CHECK(plain(rich) == "75歳以上のカード");
}

TEST_CASE("a reading that does not fit is left out rather than set over the wrong letters", "[kiosk][ui]") {
    CHECK(with_reading("世帯主でしたか", "ぜんぜん ちがう") == Rich{{"世帯主でしたか", "", false}});
    CHECK(lacks_ruby(with_reading("世帯主", "")));
}

TEST_CASE("code points survive the way there and back", "[kiosk][ui]") {
    const std::string name = "𠮷邉\xF3\xA0\x84\x90 か\xE3\x82\x99 Nguyễn";
    std::string back;
    for (const char32_t c : code_points(name)) append_utf8(back, c);
    CHECK(back == name);
    CHECK(code_points("\xFF") == U"\uFFFD");
}
