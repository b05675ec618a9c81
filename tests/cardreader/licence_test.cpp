#include <algorithm>
#include <catch2/catch.hpp>

#include "cardreader/identity_source.hpp"
#include "cardreader/licence/jis.hpp"
#include "cardreader/licence/parse.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using virtual_card::issue_drivers_licence;

namespace {

virtual_card::Persona plain_driver() {
    auto person = persona("sex-not-applicable");
    person.name = "森　葵";
    person.address = "言葉県書かない市若葉台７番地１";
    return person;
}

virtual_card::FaultyCard licence_of(const virtual_card::Persona& person,
                                    std::vector<virtual_card::Fault> faults = {}) {
    return virtual_card::FaultyCard(virtual_card::SoftwareCard(issue_drivers_licence(person)),
                                    std::move(faults));
}

Result<FourItems> read_licence(virtual_card::FaultyCard& card, std::string_view pin) {
    SoftwareSession session(card);
    return DriversLicence(*Pin::from_digits(pin)).read(session);
}

// EF01 with one field more, for what no real person should be called.
Bytes entries(std::string_view name_hex, std::string_view date = "4010203") {
    Bytes file = hex("11 01 32");
    const auto name = hex(name_hex);
    file.push_back(0x12);
    file.push_back(static_cast<std::uint8_t>(name.size()));
    file.insert(file.end(), name.begin(), name.end());
    file.push_back(0x16);
    file.push_back(static_cast<std::uint8_t>(date.size()));
    file.insert(file.end(), date.begin(), date.end());
    const auto rest = hex("17 02 3021 FFFF");
    file.insert(file.end(), rest.begin(), rest.end());
    return file;
}

}  // namespace

TEST_CASE("a driver's licence gives name, address and birth date, and no sex", "[cardreader][licence]") {
    const auto person = plain_driver();
    auto card = licence_of(person);

    const auto items = read_licence(card, person.pin);

    REQUIRE(items);
    CHECK(items->source == CardKind::DriversLicence);
    CHECK(items->name == person.name);
    CHECK(items->address == person.address);
    CHECK(items->birth_date == "2004-02-29");
    CHECK(items->sex == '0');
    CHECK(items->needs_eyes.empty());
}

TEST_CASE("an address that was written in later is the address", "[cardreader][licence]") {
    auto person = plain_driver();
    person.moved_to = "言葉県書かない市港町２丁目１番１号";
    auto card = licence_of(person);

    const auto items = read_licence(card, person.pin);

    REQUIRE(items);
    CHECK(items->address == person.moved_to);
    CHECK(items->name == person.name);
}

TEST_CASE("what JIS X 0208 cannot write is listed for the clerk, not guessed", "[cardreader][licence]") {
    const auto person = persona("yoshibe");
    auto card = licence_of(person);

    const auto items = read_licence(card, person.pin);

    REQUIRE(items);
    CHECK(items->name == "\uFFFD邉\uFFFD　健一");
    const std::vector<Doubt> expected{{.item = Item::Name, .character = 0xFFFD, .position = 0},
                                      {.item = Item::Name, .character = 0xFFFD, .position = 2}};
    CHECK(items->needs_eyes == expected);
}

TEST_CASE("the empty slot and half a character are listed too", "[cardreader][licence]") {
    CHECK(licence::parse_licence(entries("FFFA 3021"), {})->needs_eyes.size() == 1);
    CHECK(licence::parse_licence(entries("3021 30"), {})->name == "亜\uFFFD");
}

TEST_CASE("a birth date is read from its era, and listed when it is none", "[cardreader][licence]") {
    const auto date_of = [](std::string_view text) {
        return licence::parse_licence(entries("3021", text), {})->birth_date;
    };
    CHECK(date_of("3641224") == "1989-12-24");
    CHECK(date_of("4010108") == "1989-01-08");
    CHECK(date_of("5010501") == "2019-05-01");
    CHECK(date_of("2150101") == "1926-01-01");
    CHECK(date_of("1450729") == "1912-07-29");
    for (const auto* none : {"6010101", "0010101", "4010230", "401010", "40101 1"}) {
        INFO(none);
        const auto items = licence::parse_licence(entries("3021", none), {});
        CHECK(items->birth_date.empty());
        CHECK(items->needs_eyes == std::vector<Doubt>{{.item = Item::BirthDate}});
    }
}

TEST_CASE("tags of a licence are one byte long, also those that BER would read on", "[cardreader][licence]") {
    const auto bytes = hex("1F 02 3021 5F 00 12 82 0002 3022 FF");
    ByteView rest = bytes;

    CHECK(licence::next_field(rest)->tag == 0x1F);
    CHECK(licence::next_field(rest)->tag == 0x5F);
    const auto name = licence::next_field(rest);
    CHECK(name->tag == 0x12);
    CHECK(name->value.size() == 2);
    CHECK_FALSE(licence::next_field(rest));
}

TEST_CASE("a licence's PIN is treated as carefully as a My Number card's", "[cardreader][licence]") {
    const auto person = plain_driver();
    auto card = licence_of(person);
    CHECK(read_licence(card, "0000").error() == Error{.code = Errc::WrongPin, .tries_left = 2});
    CHECK(read_licence(card, "0000").error() == Error{.code = Errc::WrongPin, .tries_left = 1});
    CHECK(read_licence(card, person.pin).error() == Error{.code = Errc::PinAtRisk, .tries_left = 1});
    CHECK(card.card().verifications() == 2);
}

TEST_CASE("a licence issued without a PIN is opened with its fixed one and not with what was typed",
          "[cardreader][licence]") {
    auto chip = issue_drivers_licence(plain_driver());
    chip.applications.front().files.at(0x000A).content = hex("05 01 00");
    chip.applications.front().secrets.at(0x0001).digits = hex("2A2A2A2A");
    virtual_card::FaultyCard card{virtual_card::SoftwareCard(std::move(chip))};

    CHECK(read_licence(card, "9999")->name == plain_driver().name);
}

TEST_CASE("each kind of card is told from the other, whichever was expected", "[cardreader][licence]") {
    const auto person = plain_driver();
    auto licence_card = licence_of(person);
    SoftwareSession licence_session(licence_card);
    CHECK(MyNumberCard(*Pin::from_digits("1234")).read(licence_session).error().card ==
          CardKind::DriversLicence);

    auto my_number = card_of(person);
    SoftwareSession my_number_session(my_number);
    CHECK(DriversLicence(*Pin::from_digits("1234")).read(my_number_session).error().card ==
          CardKind::MyNumber);
    CHECK(my_number.card().verifications() == 0);
}

TEST_CASE("a licence cut anywhere is an error or whole, and nothing is read past its end",
          "[cardreader][licence]") {
    const auto whole = entries("3021");
    for (std::size_t size = 0; size < whole.size() - 2; ++size)
        CHECK_FALSE(licence::parse_licence(ByteView(whole).first(size), {}));
}
