#include "cardreader/virtual/software_card.hpp"

#include <catch2/catch.hpp>

#include "cardreader/virtual/fault.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using namespace cardreader::virtual_card;

namespace {

SoftwareCard selected_card() {
    SoftwareCard card(issue_my_number_card(persona("yoshibe")));
    REQUIRE(card.answer(hex("00A4040C0AD3921000310001010408")) == hex("9000"));
    return card;
}

const Bytes kAsk = hex("00200091");
const Bytes kRight = hex("00200091 04 31323334");
const Bytes kWrong = hex("00200091 04 39393939");
const Bytes kRead = hex("00B0820000");

}  // namespace

TEST_CASE("the tries count down, lock, and outlast power", "[cardreader][virtual]") {
    auto card = selected_card();

    CHECK(card.answer(kAsk) == hex("63C3"));
    CHECK(card.answer(kWrong) == hex("63C2"));
    CHECK(card.answer(kWrong) == hex("63C1"));
    CHECK(card.answer(kWrong) == hex("63C0"));
    CHECK(card.answer(kRight) == hex("6984"));
    card.power_off();
    CHECK(card.answer(hex("00A4040C0AD3921000310001010408")) == hex("9000"));
    CHECK(card.answer(kAsk) == hex("6984"));
}

TEST_CASE("a right PIN fills the counter and stands until power is lost, a reset does not take it away",
          "[cardreader][virtual]") {
    auto card = selected_card();
    REQUIRE(card.answer(kWrong) == hex("63C2"));
    REQUIRE(card.answer(kRight) == hex("9000"));

    CHECK(card.answer(kAsk) == hex("9000"));
    card.reset();
    REQUIRE(card.answer(hex("00A4040C0AD3921000310001010408")) == hex("9000"));
    CHECK(card.answer(kRead).size() > 2);
    card.power_off();
    REQUIRE(card.answer(hex("00A4040C0AD3921000310001010408")) == hex("9000"));
    CHECK(card.answer(kRead) == hex("6982"));
    CHECK(card.answer(kAsk) == hex("63C3"));
}

TEST_CASE("照合番号B opens the four items and not 個人番号; a wrong PIN takes back what a right one gave",
          "[cardreader][virtual]") {
    auto card = selected_card();
    REQUIRE(card.answer(hex("00200095 0E 3538303830393230333334383231")) == hex("9000"));
    CHECK(card.answer(kRead).size() > 2);
    CHECK(card.answer(hex("00B0810000")) == hex("6982"));

    auto other = selected_card();
    REQUIRE(other.answer(kRight) == hex("9000"));
    REQUIRE(other.answer(kWrong) == hex("63C2"));
    CHECK(other.answer(kRead) == hex("6982"));
}

TEST_CASE("unknown files, instructions, classes and lengths get the card's status words",
          "[cardreader][virtual]") {
    auto card = selected_card();
    CHECK(card.answer(hex("00A4020C021234")) == hex("6A82"));
    CHECK(card.answer(hex("00A4040C05A000000001")) == hex("6A82"));
    CHECK(card.answer(hex("00CA000000")) == hex("6D00"));
    CHECK(card.answer(hex("90B0000000")) == hex("6E00"));
    CHECK(card.answer(hex("00A402")) == hex("6700"));
    CHECK(card.answer(hex("00A4020C05 00")) == hex("6700"));
    card.power_off();
    CHECK(card.answer(hex("00B0000000")) == hex("6986"));
}

TEST_CASE("extended lengths are understood and reading past the end says so", "[cardreader][virtual]") {
    auto card = selected_card();
    REQUIRE(card.answer(kRight) == hex("9000"));
    const auto all = card.answer(hex("00B08200000000"));
    CHECK(all == card.answer(kRead));
    CHECK(card.answer(hex("00B07F0000")) == hex("6B00"));
    CHECK(card.answer(hex("00B08200FF")).size() == all.size());
}

TEST_CASE("faults are read from words and nothing else", "[cardreader][virtual]") {
    CHECK(parse_fault("removed@3") == Fault{.kind = FaultKind::Removed, .at = 3});
    CHECK(parse_fault("status=6F00@1") == Fault{.kind = FaultKind::Status, .at = 1, .status = 0x6F00});
    CHECK(parse_fault("delay=500@2") ==
          Fault{.kind = FaultKind::Delay, .at = 2, .delay = std::chrono::milliseconds(500)});
    for (const auto* wrong :
         {"", "removed", "removed@0", "removed@x", "status=10000@1", "status=@1", "burnt@1", "delay@1"}) {
        INFO(wrong);
        CHECK_FALSE(parse_fault(wrong));
    }
}

TEST_CASE("a persona file with an error names line and column", "[cardreader][virtual]") {
    const auto unknown = parse_persona(
        "name = \"A\"\naddress = \"B\"\nbirth_date = \"19800217\"\nsex = \"1\"\npin = \"1234\"\n"
        "number_b = \"55021720352285\"\nmy_number = \"123456789018\"\nhobby = \"go\"\n");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().line == 8);

    const auto short_pin = parse_persona(
        "name = \"A\"\naddress = \"B\"\nbirth_date = \"19800217\"\nsex = \"1\"\npin = \"123\"\n"
        "number_b = \"55021720352285\"\nmy_number = \"123456789018\"\n");
    REQUIRE_FALSE(short_pin);
    CHECK(short_pin.error().line == 5);
    const auto too_large_a_float = parse_persona(
        "name = \"A\"\naddress = \"B\"\nbirth_date = \"19800217\"\nsex = \"1\"\npin = \"1234\"\n"
        "number_b = \"55021720352285\"\nmy_number = \"123456789018\"\nfiller = 3e22\n");
    REQUIRE_FALSE(too_large_a_float);
    CHECK(too_large_a_float.error().line == 8);
    CHECK(parse_persona("name = ").error().line == 1);
    CHECK_FALSE(parse_persona(""));
}
