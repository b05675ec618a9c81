#include "forms/sheets/field_words.hpp"

#include <catch2/catch.hpp>

using namespace forms;
using namespace std::chrono_literals;

namespace {

std::string part_of(DatePart part, Date date) {
    Field field;
    field.kind = FieldKind::DatePart;
    field.part = part;
    return field_words(field, {FieldValue::Draw::Yes, Value(date), "x"});
}

}  // namespace

TEST_CASE("a date is written in the parts a form has places for", "[forms][sheets]") {
    const Date day = 2026y / 11 / 22;
    CHECK(part_of(DatePart::Era, day) == "令和");
    CHECK(part_of(DatePart::Year, day) == "8");
    CHECK(part_of(DatePart::Month, day) == "11");
    CHECK(part_of(DatePart::Day, day) == "22");
    CHECK(part_of(DatePart::Wareki, day) == "令和8年11月22日");
    CHECK(part_of(DatePart::Western, day) == "2026年11月22日");
    CHECK(part_of(DatePart::Year, 2019y / 5 / 1) == "元");
    CHECK(part_of(DatePart::Era, 1989y / 1 / 7) == "昭和");
    CHECK(part_of(DatePart::Era, 1989y / 1 / 8) == "平成");
}

TEST_CASE("a voiced kana takes two cells and nothing else changes", "[forms][sheets]") {
    CHECK(split_voiced_kana("ガギヂヅデボポヴ") == "カ゛キ゛チ゛ツ゛テ゛ホ゛ホ゜ウ゛");
    CHECK(split_voiced_kana("がぱっゃん") == "か゛は゜っゃん");
    CHECK(split_voiced_kana("アッツナニマミルー　ヰ𠮷邉\U000E0110") ==
          "アッツナニマミルー　ヰ𠮷邉\U000E0110");
}

TEST_CASE("numbers carry separators", "[forms][sheets]") {
    CHECK(with_separators(0) == "0");
    CHECK(with_separators(999) == "999");
    CHECK(with_separators(50000) == "50,000");
    CHECK(with_separators(1234567) == "1,234,567");
    CHECK(with_separators(-1000) == "-1,000");
}

TEST_CASE("the ring stands on the era of the date and on no other", "[forms][sheets]") {
    Field field;
    field.kind = FieldKind::EraCircle;
    field.item = "deceased.birth_date";
    for (const auto* era : {"meiji", "taisho", "showa", "heisei", "reiwa"}) {
        field.era = era;
        const FieldValue born{FieldValue::Draw::Yes, Value(Date(1926y / 12 / 25)), ""};
        CHECK(field_marked(field, born) == (field.era == "showa"));
    }
    CHECK_FALSE(field_marked(field, {FieldValue::Draw::Yes, {}, ""}));
}
