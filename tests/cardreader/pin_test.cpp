#include "cardreader/pin.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

using namespace cardreader;

static_assert(!std::is_copy_constructible_v<Pin> && !std::is_copy_assignable_v<Pin>);
static_assert(std::is_nothrow_move_constructible_v<Pin>);

TEST_CASE("only exactly four ASCII digits make a PIN", "[cardreader][pin]") {
    CHECK(Pin::from_digits("0123"));
    for (const auto* wrong : {"", "123", "12345", "12a4", "１２３４", "12 4", "-123"}) {
        INFO(wrong);
        CHECK_FALSE(Pin::from_digits(wrong));
    }
}

TEST_CASE("照合番号B is fourteen digits", "[cardreader][pin]") {
    CHECK(NumberB::from_digits("55021720352285"));
    CHECK_FALSE(NumberB::from_digits("5502172035228"));
    CHECK_FALSE(NumberB::from_digits("550217203522855"));
}

TEST_CASE("moving a PIN hands its one page over", "[cardreader][pin]") {
    auto first = Pin::from_digits("4821");
    const auto* const where = first->bytes().data();

    const Pin second = *std::move(first);

    CHECK(second.bytes().data() == where);
    CHECK(second.bytes().size() == 4);
}
