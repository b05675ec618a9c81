#include "cardreader/identify.hpp"

#include <catch2/catch.hpp>

#include "cardreader/my_number/read.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;

namespace {

virtual_card::FaultyCard card_with(std::string_view aid, std::string_view label = "") {
    virtual_card::Application application{.aid = hex(aid), .files = {}, .secrets = {}};
    if (!label.empty())
        application.files[6] = {.content = Bytes(label.begin(), label.end()), .opened_by = {}};
    return virtual_card::FaultyCard(
        virtual_card::SoftwareCard({.atr = {}, .applications = {std::move(application)}}));
}

Errc errc_of_reading(virtual_card::FaultyCard& card, CardKind expected) {
    SoftwareSession session(card);
    const auto tries = tries_left(session, Entry::ByPin);
    REQUIRE_FALSE(tries);
    CHECK(tries.error().card == expected);
    return tries.error().code;
}

}  // namespace

TEST_CASE("every kind of card that is laid down by mistake is told by name", "[cardreader][identify]") {
    const auto [aid, label, kind] = GENERATE(table<const char*, const char*, CardKind>({
        {"D392F000260100000001", "JPKIAPGPSETOKEN", CardKind::Phone},
        {"D392F000260100000001", "JPKIAPIOSTOKEN ", CardKind::Phone},
        {"D392F000260100000001", "JPKIAPICCTOKEN", CardKind::Unknown},
        {"A0000002310100000000000000000000", "", CardKind::DriversLicence},
        {"A0000002310600000000000000000000", "", CardKind::MyNumberLicence},
        {"D392F0004F0200000000000000000000", "", CardKind::ResidenceCard},
        {"A000000003000000", "", CardKind::Unknown},
    }));
    auto card = card_with(aid, label);
    CHECK(errc_of_reading(card, kind) == Errc::UnknownCard);
}

TEST_CASE("a My Number card is known by its text application, whatever its ATR", "[cardreader][identify]") {
    auto card = card_of(persona("yoshibe"));
    SoftwareSession session(card);
    CHECK(identify(session).value() == CardKind::MyNumber);
}

TEST_CASE("a card lifted while it is told apart is lifted, not unknown", "[cardreader][identify]") {
    for (int at = 1; at <= 6; ++at) {
        virtual_card::FaultyCard card(virtual_card::SoftwareCard(virtual_card::Chip{}),
                                      {{.kind = virtual_card::FaultKind::Removed, .at = at}});
        SoftwareSession session(card);
        CHECK(tries_left(session, Entry::ByPin).error().code == Errc::CardRemoved);
    }
}
