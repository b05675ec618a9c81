#include "cardreader/tlv.hpp"

#include <catch2/catch.hpp>

#include "tests/cardreader/scripted_card.hpp"

using namespace cardreader;

TEST_CASE("a length that is written longer than needed is read all the same", "[cardreader][tlv]") {
    const auto header = tlv_header(hex("FF40 82009F"));

    REQUIRE(header);
    CHECK(header->tag == 0xFF40);
    CHECK(header->size == 5);
    CHECK(header->length == 0x9F);
}

TEST_CASE("lengths of one, two and three bytes are read", "[cardreader][tlv]") {
    CHECK(tlv_header(hex("DF22 7F"))->length == 0x7F);
    CHECK(tlv_header(hex("DF22 81 80"))->length == 0x80);
    CHECK(tlv_header(hex("DF22 82 0144"))->length == 0x144);
    CHECK(tlv_header(hex("DF22 83 010000"))->length == 0x10000);
}

TEST_CASE("a header cut anywhere is truncated, never read past its end", "[cardreader][tlv]") {
    const auto whole = hex("FF20 82 0144");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto header = tlv_header(ByteView(whole).first(size));
        REQUIRE_FALSE(header);
        CHECK(header.error().code == Errc::Truncated);
    }
}

TEST_CASE("an indefinite length, an endless tag and a length of four bytes are refused",
          "[cardreader][tlv]") {
    CHECK(tlv_header(hex("3080")).error().code == Errc::BadResponse);
    CHECK(tlv_header(hex("FFFFFFFFFF")).error().code == Errc::BadResponse);
    CHECK(tlv_header(hex("3084 00000001")).error().code == Errc::BadResponse);
}

TEST_CASE("an object is found among its neighbours and not inside them", "[cardreader][tlv]") {
    const auto bytes = hex("DF21 02 DF22 DF22 01 41");

    const auto found = find(bytes, 0xDF22);

    REQUIRE(found);
    CHECK(Bytes(found->value.begin(), found->value.end()) == hex("41"));
    CHECK_FALSE(find(bytes, 0xDF23));
    CHECK_FALSE(find(hex("DF21 05 00"), 0xDF22));
}

TEST_CASE("what is written as an object is read back from it", "[cardreader][tlv]") {
    for (const std::size_t size : {0u, 1u, 127u, 128u, 255u, 256u, 65535u, 65536u}) {
        const auto bytes = tlv_bytes(0xDF22, Bytes(size, 0x41));
        const auto object = tlv(bytes);
        REQUIRE(object);
        CHECK(object->tag == 0xDF22);
        CHECK(object->value.size() == size);
        CHECK(object->whole.size() == bytes.size());
    }
}
