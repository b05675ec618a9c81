#include "kiosk/model/drafts.hpp"

#include <catch2/catch.hpp>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr forms::Date kToday = std::chrono::year{2026} / 11 / 22;

forms::Item item_of(forms::ItemType type, const char* key = "some.thing") {
    forms::Item item;
    item.key = key;
    item.type = type;
    return item;
}

Draft date(EraTile era, const char* year, const char* month, const char* day) {
    return DateDraft{.era = era, .year = year, .month = month, .day = day};
}

}  // namespace

TEST_CASE("a date in an era is the day of the common calendar", "[kiosk][model]") {
    const auto born = item_of(forms::ItemType::Day, "deceased.birth_date");

    CHECK(std::get<forms::Value>(value_of(born, date(EraTile::Showa, "29", "5", "3"), kToday)) ==
          forms::Value(forms::Date(1954y / 5 / 3)));
    CHECK(std::get<forms::Value>(value_of(born, date(EraTile::Western, "1954", "05", "03"), kToday)) ==
          forms::Value(forms::Date(1954y / 5 / 3)));
}

TEST_CASE("a day that its era does not have is refused", "[kiosk][model]") {
    const auto day = item_of(forms::ItemType::Day);

    CHECK(std::get<DraftTrouble>(value_of(day, date(EraTile::Showa, "64", "1", "8"), kToday)) ==
          DraftTrouble::NoSuchDate);
    CHECK(std::get<DraftTrouble>(value_of(day, date(EraTile::Reiwa, "8", "2", "30"), kToday)) ==
          DraftTrouble::NoSuchDate);
    CHECK(std::get<DraftTrouble>(value_of(day, date(EraTile::Western, "54", "5", "3"), kToday)) ==
          DraftTrouble::NoSuchDate);
}

TEST_CASE("a death cannot lie ahead, a funeral can", "[kiosk][model]") {
    const auto tomorrow = date(EraTile::Reiwa, "8", "11", "23");

    CHECK(std::get<DraftTrouble>(value_of(item_of(forms::ItemType::Day, "deceased.death_date"), tomorrow,
                                          kToday)) == DraftTrouble::FutureDate);
    CHECK(std::holds_alternative<forms::Value>(
        value_of(item_of(forms::ItemType::Day, "funeral.date"), tomorrow, kToday)));
}

TEST_CASE("a fact comes back to the pad as it was typed", "[kiosk][model]") {
    const forms::Fact fact{forms::Value(forms::Date(1989y / 1 / 7)), forms::Provenance::Resident};

    const auto draft = std::get<DateDraft>(draft_for(item_of(forms::ItemType::Day), &fact));

    CHECK(draft.era == EraTile::Showa);
    CHECK(draft.year == "64");
    CHECK(date_of(draft) == forms::Date(1989y / 1 / 7));
}

TEST_CASE("digits of a fixed length may not be fewer, a number must lie within its limits",
          "[kiosk][model]") {
    auto account = item_of(forms::ItemType::Digits);
    account.max_length = 7;
    auto persons = item_of(forms::ItemType::Number);
    persons.min = 1;
    persons.max = 9;

    CHECK(std::get<DraftTrouble>(value_of(account, DigitsDraft{"123456", 7}, kToday)) ==
          DraftTrouble::TooShort);
    CHECK(std::get<forms::Value>(value_of(account, DigitsDraft{"0123456", 7}, kToday)) ==
          forms::Value(std::string("0123456")));
    CHECK(std::get<DraftTrouble>(value_of(persons, DigitsDraft{"0", 9}, kToday)) == DraftTrouble::OutOfRange);
    CHECK(std::get<forms::Value>(value_of(persons, DigitsDraft{"3", 9}, kToday)) ==
          forms::Value(std::int64_t{3}));
}

TEST_CASE("digits may be fewer where the pack allows it: a bank's account has seven, ゆうちょ's eight",
          "[kiosk][model]") {
    auto account = item_of(forms::ItemType::Digits);
    account.max_length = 8;
    account.min_length = 7;

    CHECK(std::get<DraftTrouble>(value_of(account, DigitsDraft{"123456", 8}, kToday)) ==
          DraftTrouble::TooShort);
    CHECK(std::holds_alternative<forms::Value>(value_of(account, DigitsDraft{"1234567", 8}, kToday)));
    CHECK(std::holds_alternative<forms::Value>(value_of(account, DigitsDraft{"12345678", 8}, kToday)));
}

TEST_CASE("a telephone number has ten digits or eleven", "[kiosk][model]") {
    auto phone = item_of(forms::ItemType::Phone);
    phone.max_length = 11;

    CHECK(std::get<DraftTrouble>(value_of(phone, DigitsDraft{"000123456", 11}, kToday)) ==
          DraftTrouble::TooShort);
    CHECK(std::holds_alternative<forms::Value>(value_of(phone, DigitsDraft{"0001234567", 11}, kToday)));
}

TEST_CASE("kana is kana; a name may be anything", "[kiosk][model]") {
    const auto kana = item_of(forms::ItemType::Kana);
    const auto name = item_of(forms::ItemType::Name);

    CHECK(std::holds_alternative<forms::Value>(value_of(kana, TextDraft{"よしべ　けんいち"}, kToday)));
    CHECK(std::holds_alternative<forms::Value>(value_of(kana, TextDraft{"グエン ヴー"}, kToday)));
    CHECK(std::get<DraftTrouble>(value_of(kana, TextDraft{"吉辺"}, kToday)) == DraftTrouble::NotKana);
    CHECK(std::get<forms::Value>(value_of(name, TextDraft{"邉󠄐　Nguyễn"}, kToday)) ==
          forms::Value(std::string("邉󠄐　Nguyễn")));
    CHECK(std::get<DraftTrouble>(value_of(name, TextDraft{" 　 "}, kToday)) == DraftTrouble::Empty);
}
