#include "forms/facts/date.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using namespace forms;

TEST_CASE("the first day of each era and the day before it belong to different eras", "[forms][facts]") {
    const auto [day, text] = GENERATE(table<Date, std::string>({
        {1873y / 1 / 1, "明治6年1月1日"},
        {1912y / 7 / 29, "明治45年7月29日"},
        {1912y / 7 / 30, "大正元年7月30日"},
        {1926y / 12 / 24, "大正15年12月24日"},
        {1926y / 12 / 25, "昭和元年12月25日"},
        {1989y / 1 / 7, "昭和64年1月7日"},
        {1989y / 1 / 8, "平成元年1月8日"},
        {2019y / 4 / 30, "平成31年4月30日"},
        {2019y / 5 / 1, "令和元年5月1日"},
        {2026y / 11 / 22, "令和8年11月22日"},
    }));

    CHECK(wareki_text(day) == text);
    REQUIRE(to_wareki(day));
    CHECK(from_wareki(*to_wareki(day)) == day);
}

TEST_CASE("明治45年7月30日 does not exist, because that day is 大正元年7月30日", "[forms][facts][trap]") {
    CHECK_FALSE(from_wareki({Era::Meiji, 45, 7, 30}));
    CHECK(from_wareki({Era::Taisho, 1, 7, 30}) == Date{1912y / 7 / 30});
}

TEST_CASE("a day that no calendar has is refused", "[forms][facts]") {
    CHECK_FALSE(from_wareki({Era::Showa, 65, 1, 1}));
    CHECK_FALSE(from_wareki({Era::Meiji, 5, 12, 2}));
    CHECK_FALSE(from_wareki({Era::Reiwa, 8, 2, 30}));
    CHECK_FALSE(date_from_iso("2026-02-29"));
    CHECK(date_from_iso("2024-02-29") == Date{2024y / 2 / 29});
}

TEST_CASE("only four, two and two digits make a date", "[forms][facts]") {
    for (const auto* text : {"", "2026-1-01", "2026/01/01", "+026-01-01", "2026-01-01 ", "２０２６-01-01"})
        CHECK_FALSE(date_from_iso(text));
}

TEST_CASE("the lunar calendar's days are written in western years", "[forms][facts]") {
    CHECK_FALSE(to_wareki(1872y / 12 / 31));
    CHECK(wareki_text(1872y / 12 / 31) == "1872年12月31日");
}
