#include "cardreader/trace.hpp"

#include <catch2/catch.hpp>

#include "cardreader/my_number/read.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;

TEST_CASE("a trace tells what was selected and how much was read, and nothing that was typed or read",
          "[cardreader][trace]") {
    const auto person = persona("yoshibe");
    auto card = card_of(person);
    SoftwareSession session(card);
    std::string trace;
    Traced traced(session, [&](std::string_view line) { trace += std::string(line) + "\n"; });

    REQUIRE(read_four_items(traced, *Pin::from_digits(person.pin)));

    CHECK(trace.find("> 00A4040C0AD3921000310001010408  < <0 bytes> 9000") != std::string::npos);
    CHECK(trace.find("> 00200091 <5 bytes>  < <0 bytes> 9000") != std::string::npos);
    for (const auto* secret : {"1234", "31323334", "F0A0AEB7", "19830809", "健一"}) {
        INFO(secret);
        CHECK(trace.find(secret) == std::string::npos);
    }
}

TEST_CASE("a trace tells how a conversation failed", "[cardreader][trace]") {
    auto card = card_of(persona("yoshibe"), {{.kind = virtual_card::FaultKind::Removed, .at = 1}});
    SoftwareSession session(card);
    std::string trace;
    Traced traced(session, [&](std::string_view line) { trace += line; });

    CHECK_FALSE(tries_left(traced, Entry::ByPin));
    CHECK(trace.find("card_removed") != std::string::npos);
}
