#include "cardreader/my_number/read.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "cardreader/apdu.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;

namespace {

constexpr std::string_view kSelectText = "00A404 0C 0A D3921000310001010408";
constexpr std::string_view kAskPin = "00200091";
constexpr std::string_view kVerify1234 = "00200091 04 31323334";
constexpr std::string_view kReadShort = "00B0 8200 00";
constexpr std::string_view kOk = "9000";
constexpr std::string_view kItems =
    "FF2017 DF2201 41 DF2301 42 DF2408 3139383030323137 DF2501 31 FFFFFFFF 9000";

Pin pin1234() {
    return *Pin::from_digits("1234");
}

int count_verifications(const std::vector<Bytes>& commands) {
    return static_cast<int>(
        std::ranges::count_if(commands, [](const auto& c) { return c[1] == 0x20 && c.size() > 4; }));
}

}  // namespace

TEST_CASE("the quick way to the four items takes four commands", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk}, {kAskPin, "63C3"}, {kVerify1234, kOk}, {kReadShort, kItems}};

    const auto items = read_four_items(card, pin1234());

    REQUIRE(items);
    CHECK(items->name == "A");
    CHECK(items->address == "B");
}

TEST_CASE("a card that knows no short file ids is read in seven commands", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk},
                      {kAskPin, "6A86"},
                      {"00A4020C020011", kOk},
                      {"00200080", "63C3"},
                      {"00200080 04 31323334", kOk},
                      {"00A4020C020002", kOk},
                      {"00B0 0000 00", kItems}};

    CHECK(read_four_items(card, pin1234()));
}

TEST_CASE("a card that takes the short id of a PIN but not of a file is read by selecting the file",
          "[cardreader][read]") {
    for (const auto* answer : {"6A82", "6A86", "6D00"}) {
        ScriptedCard card{{kSelectText, kOk},   {kAskPin, "63C3"},       {kVerify1234, kOk},
                          {kReadShort, answer}, {"00A4020C020002", kOk}, {"00B0 0000 00", kItems}};
        CHECK(read_four_items(card, pin1234()));
    }
}

TEST_CASE("the PIN is never sent when one more failure would lock the card", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk}, {kAskPin, "63C1"}};  // and no VERIFY

    const auto items = read_four_items(card, pin1234());

    REQUIRE_FALSE(items);
    CHECK(items.error() == Error{.code = Errc::PinAtRisk, .tries_left = 1});
}

TEST_CASE("a locked PIN is not sent", "[cardreader][read]") {
    for (const auto* answer : {"6984", "6983", "63C0"}) {
        ScriptedCard card{{kSelectText, kOk}, {kAskPin, answer}};
        CHECK(read_four_items(card, pin1234()).error().code == Errc::PinLocked);
    }
}

TEST_CASE("a wrong PIN is sent once and reports the tries that remain", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk}, {kAskPin, "63C3"}, {kVerify1234, "63C2"}};

    CHECK(read_four_items(card, pin1234()).error() == Error{.code = Errc::WrongPin, .tries_left = 2});
}

TEST_CASE("a PIN that locks while it is sent is locked, not wrong", "[cardreader][read]") {
    for (const auto* answer : {"63C0", "6984", "6983"}) {
        ScriptedCard card{{kSelectText, kOk}, {kAskPin, "63C2"}, {kVerify1234, answer}};
        CHECK(read_four_items(card, pin1234()).error().code == Errc::PinLocked);
    }
}

TEST_CASE("no answer to VERIFY makes us send it again", "[cardreader][read]") {
    for (const auto* answer : {"6F00", "6C04", "6700", "6982", "6A80"}) {
        INFO(answer);
        ScriptedCard card{{kSelectText, kOk}, {kAskPin, "63C3"}, {kVerify1234, answer}};
        CHECK_FALSE(read_four_items(card, pin1234()));
    }
}

TEST_CASE("the first command after power-on is tried twice when the card says 6F00, and not three times",
          "[cardreader][read]") {
    ScriptedCard mends{{kSelectText, "6F00"}, {kSelectText, kOk}, {kAskPin, "63C3"}};
    CHECK(tries_left(mends, Entry::ByPin).value() == 3);

    ScriptedCard stays{{kSelectText, "6F00"}, {kSelectText, "6F00"}};
    CHECK(tries_left(stays, Entry::ByPin).error().code == Errc::CardFault);
}

TEST_CASE("a right PIN that another program has left standing means a full counter", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk}, {kAskPin, kOk}};
    CHECK(tries_left(card, Entry::ByPin).value() == 3);
}

TEST_CASE("a card without the text application is not a My Number card", "[cardreader][read]") {
    for (const auto* answer : {"6A82", "6D00", "6E00"}) {
        ScriptedCard card{{kSelectText, answer},
                          {kSelectText, answer},
                          {"00A4040C0A D392F000260100000001", answer},
                          {"00A4040C10 A0000002310100000000000000000000", answer},
                          {"00A4040C10 A0000002310600000000000000000000", answer},
                          {"00A4040C10 D392F0004F0200000000000000000000", answer}};
        CHECK(tries_left(card, Entry::ByPin).error().code == Errc::UnknownCard);
    }
}

TEST_CASE("照合番号B opens the same file by its own number", "[cardreader][read]") {
    ScriptedCard card{{kSelectText, kOk},
                      {"00200095", "63CA"},
                      {"00200095 0E 3535303231373230333532323835", kOk},
                      {kReadShort, kItems}};

    CHECK(read_four_items(card, *NumberB::from_digits("55021720352285")));
}

TEST_CASE("answers in pieces (61xx) and with a corrected length (6Cxx) are put together",
          "[cardreader][apdu]") {
    ScriptedCard card{{kSelectText, kOk},
                      {kAskPin, "63C3"},
                      {kVerify1234, kOk},
                      {kReadShort, "6C1A"},
                      {"00B082001A", "FF2017 DF220141 6113"},
                      {"00C0000013", "DF230142 DF2408 3139383030323137 DF250131 9000"}};

    const auto items = read_four_items(card, pin1234());

    REQUIRE(items);
    CHECK(items->address == "B");
}

TEST_CASE(
    "a corrected length (6Cxx) is taken where only a length was sent; a command with data is never sent "
    "twice",
    "[cardreader][apdu]") {
    ScriptedCard reading{{"00B0 0000 00", "6C02"}, {"00B0 0000 02", "4142 9000"}};
    CHECK(ask(reading, command::read_binary(0))->data == hex("4142"));

    for (const auto* with_data : {"00200091 04 31323334", "00200095 0E 3535303231373230333532323835",
                                  "00A404 0C 0A D3921000310001010408", "00A4020C 02 0011"}) {
        ScriptedCard card{{with_data, "6C04"}};
        CHECK(ask(card, hex(with_data))->status == StatusWord{0x6C04});
    }
    ScriptedCard counting{{"00200091", "6C04"}};
    CHECK(ask(counting, command::ask_tries(0x91))->status == StatusWord{0x6C04});
}

TEST_CASE("a file that ends before its own length says is truncated", "[cardreader][apdu]") {
    for (const auto* answer : {"6B00", "9000", "6282"}) {
        ScriptedCard card{{kSelectText, kOk},
                          {kAskPin, "63C3"},
                          {kVerify1234, kOk},
                          {kReadShort, "FF2050 DF220141 6282"},
                          {"00B0 0007 00", answer}};
        CHECK(read_four_items(card, pin1234()).error().code == Errc::Truncated);
    }
}

TEST_CASE("every persona's card is read over the software card, by PIN and by number", "[cardreader][read]") {
    for (const auto& name : all_personas()) {
        INFO(name);
        const auto person = persona(name);
        auto card = card_of(person);
        SoftwareSession session(card);

        const auto by_number = read_four_items(session, *NumberB::from_digits(person.number_b));

        REQUIRE(by_number);
        CHECK(by_number->name == person.name);
        CHECK(by_number->address == person.address);
        if (person.pin_tries < 2) continue;
        card.card().power_off();
        CHECK(read_four_items(session, *Pin::from_digits(person.pin)).value() == *by_number);
    }
}

TEST_CASE("a long address is read in pieces of at most 256 bytes", "[cardreader][read]") {
    const auto person = persona("address-over-255-bytes");
    auto card = card_of(person);
    SoftwareSession session(card);

    const auto items = read_four_items(session, *Pin::from_digits(person.pin));

    REQUIRE(items);
    CHECK(items->address == person.address);
    CHECK(session.commands.size() == 5);
}

TEST_CASE("reading never selects 個人番号, and a test can tell", "[cardreader][read]") {
    const auto person = persona("yoshibe");
    auto card = card_of(person);
    SoftwareSession session(card);

    REQUIRE(read_four_items(session, *Pin::from_digits(person.pin)));
    REQUIRE(read_four_items(session, *NumberB::from_digits(person.number_b)));
    CHECK_FALSE(my_number_touched(card.card()));

    // Not over the session: the suite's record of commands is to stay clean.
    CHECK(card.card().answer(hex("00B0 8100 00")).size() > 2);
    CHECK(my_number_touched(card.card()));
}

TEST_CASE("two wrong entries and the card keeps its last try", "[cardreader][read]") {
    const auto person = persona("yoshibe");
    auto card = card_of(person);
    SoftwareSession session(card);
    const auto wrong = Pin::from_digits("9999");

    CHECK(read_four_items(session, *wrong).error() == Error{.code = Errc::WrongPin, .tries_left = 2});
    CHECK(read_four_items(session, *wrong).error() == Error{.code = Errc::WrongPin, .tries_left = 1});
    CHECK(read_four_items(session, *wrong).error() == Error{.code = Errc::PinAtRisk, .tries_left = 1});
    CHECK(count_verifications(session.commands) == 2);
    CHECK(card.card().verifications() == 2);
}
