#include <algorithm>
#include <catch2/catch.hpp>

#include "cardreader/my_number/parse.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using my_number::parse_four_items;

namespace {

// The published test card (soltia48/myna-card, MIT licence), not made by our own software card.
const Bytes kSpecimen =
    hex("ff2065 df2108 000e002000590064 df220f e9bb92e6a190e38080e5b9b9e4b99f"
        "df2336 "
        "e69db1e4baace983bde6b885e780ace5b882e8a6b3e5b883e5ad90e58d97efbc91efbc92efbc8defbc97efbc8defbc92efbc"
        "90efbc92"
        "df2408 3139383030323137 df2501 31");

virtual_card::Persona plain_person() {
    return persona("test-card-specimen");
}

Result<FourItems> parsed(const virtual_card::Persona& person) {
    return parse_four_items(virtual_card::four_items_file(person));
}

}  // namespace

TEST_CASE("the published test card gives its four items", "[cardreader][four_items]") {
    const auto items = parse_four_items(kSpecimen);

    REQUIRE(items);
    CHECK(items->name == "黒桐　幹也");
    CHECK(items->address == "東京都清瀬市観布子南１２－７－２０２");
    CHECK(items->birth_date == "1980-02-17");
    CHECK(items->sex == '1');
    CHECK(items->needs_eyes.empty());
    CHECK(items->authenticity.verdict == Verdict::NotChecked);
}

TEST_CASE("the software card writes the published test card byte for byte", "[cardreader][virtual]") {
    CHECK(virtual_card::four_items_file(plain_person()) == kSpecimen);
}

TEST_CASE("the test card's file cut anywhere is an error, never half a person", "[cardreader][four_items]") {
    for (std::size_t size = 0; size < kSpecimen.size(); ++size)
        CHECK_FALSE(parse_four_items(ByteView(kSpecimen).first(size)));
}

TEST_CASE("every persona's name and address come through byte for byte", "[cardreader][four_items]") {
    for (const auto& name : all_personas()) {
        INFO(name);
        const auto person = persona(name);

        const auto items = parsed(person);

        REQUIRE(items);
        CHECK(items->name == person.name);
        CHECK(items->address == person.address);
    }
}

TEST_CASE("the personas cover what names and addresses do", "[cardreader][personas]") {
    CHECK(all_personas().size() >= 7);
    CHECK(persona("yoshibe").name == "\U00020BB7\u9089\U000E0110\u3000健一");
    CHECK(persona("yoshibe").address == "言葉県書かない市本町3丁目12番5号");
    CHECK(persona("long-latin-name").name.size() > 100);
    CHECK(persona("address-over-127-bytes").address.size() > 127);
    CHECK(persona("address-over-255-bytes").address.size() > 255);
    CHECK(persona("sex-not-applicable").sex == "9");
}

TEST_CASE("characters that look substituted are listed with their place", "[cardreader][four_items]") {
    auto person = plain_person();
    person.name = "\uE000野　〓子";

    const auto items = parsed(person);

    REQUIRE(items);
    const std::vector<Doubt> expected{{.item = Item::Name, .character = 0xE000, .position = 0},
                                      {.item = Item::Name, .character = U'〓', .position = 3}};
    CHECK(items->needs_eyes == expected);
}

TEST_CASE("a variation selector and a character beyond 16 bits are no reason for doubt",
          "[cardreader][four_items]") {
    CHECK(parsed(persona("yoshibe"))->needs_eyes.empty());
    CHECK(parsed(persona("watanabe-ichiro"))->needs_eyes.empty());
}

TEST_CASE("bytes that are no UTF-8 become a replacement that a clerk must see", "[cardreader][four_items]") {
    auto person = plain_person();
    for (const char* broken : {"\xE9\xBB", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\x80"}) {
        person.name = std::string(broken) + "野";
        const auto items = parsed(person);
        REQUIRE(items);
        CHECK(items->name.ends_with("野"));
        REQUIRE_FALSE(items->needs_eyes.empty());
        CHECK(items->needs_eyes.front().character == 0xFFFD);
    }
}

TEST_CASE("a birthday that is no date is left empty and shown to the clerk", "[cardreader][four_items]") {
    auto person = plain_person();
    for (const auto* date : {"19350000", "20010229", "00000101", "1980021 ", "昭和55"}) {
        person.birth_date = date;
        const auto items = parsed(person);
        REQUIRE(items);
        CHECK(items->birth_date.empty());
        CHECK(items->needs_eyes == std::vector<Doubt>{{.item = Item::BirthDate}});
    }
}

TEST_CASE("sex is 0, 1, 2 or 9; anything else is unknown and shown to the clerk",
          "[cardreader][four_items]") {
    auto person = plain_person();
    for (const std::string sex : {"0", "1", "2", "9"}) {
        person.sex = sex;
        CHECK(parsed(person)->sex == sex[0]);
        CHECK(parsed(person)->needs_eyes.empty());
    }
    person.sex = "3";
    CHECK(parsed(person)->sex == '0');
    CHECK(parsed(person)->needs_eyes == std::vector<Doubt>{{.item = Item::Sex}});
}

TEST_CASE("wiping the four items leaves nothing of the person", "[cardreader][four_items]") {
    auto items = *parse_four_items(kSpecimen);
    wipe(items);
    CHECK(items == FourItems{});
}
