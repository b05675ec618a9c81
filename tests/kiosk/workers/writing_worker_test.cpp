#include "kiosk/workers/writing_worker.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr VisitId kVisit{7};

struct Desk {
    Mailbox<Event> inbox;
    WritingWorker worker{KAKANAI_SOURCE_DIR "/forms/model-city/postal.tsv", inbox};

    event::WritingSuggested asks(const std::string& from) {
        worker.post(command::SuggestWriting{kVisit, "deceased.address", from});
        const std::stop_source patience;
        auto event = inbox.wait_for(patience.get_token(), 20s);
        REQUIRE(event);
        const auto* suggested = std::get_if<event::WritingSuggested>(&*event);
        REQUIRE(suggested);
        return *suggested;
    }
};

}  // namespace

TEST_CASE("kana come back as what they may be written as, for the visit and item that asked",
          "[kiosk][workers]") {
    Desk desk;
    const auto suggested = desk.asks("みどりちょう");
    CHECK(suggested.visit == kVisit);
    CHECK(suggested.item == "deceased.address");
    CHECK(suggested.from == "みどりちょう");
    CHECK(std::ranges::find(suggested.instead, "緑町") != suggested.instead.end());
}

TEST_CASE("a postal code, with or without its hyphen, comes back as its places", "[kiosk][workers]") {
    Desk desk;
    const std::vector<std::string> both{"言葉県書かない市港町", "言葉県書かない市若葉台"};
    CHECK(desk.asks("0000125").instead == both);
    CHECK(desk.asks("000-0125").instead == both);
    CHECK(desk.asks("9999999").instead.empty());
}

TEST_CASE("after a visit is forgotten the next one is answered all the same", "[kiosk][workers]") {
    Desk desk;
    const auto before = desk.asks("ほんまち").instead;
    desk.worker.post(command::Forget{kVisit});
    CHECK(desk.asks("ほんまち").instead == before);
    CHECK_FALSE(before.empty());
}

TEST_CASE("without a table postal codes have no places, and kana still have kanji", "[kiosk][workers]") {
    Mailbox<Event> inbox;
    WritingWorker worker("/no/such/table", inbox);
    const std::stop_source patience;
    worker.post(command::SuggestWriting{kVisit, "a", "0000125"});
    CHECK(std::get<event::WritingSuggested>(*inbox.wait_for(patience.get_token(), 20s)).instead.empty());
    worker.post(command::SuggestWriting{kVisit, "a", "ほっかいどう"});
    CHECK_FALSE(
        std::get<event::WritingSuggested>(*inbox.wait_for(patience.get_token(), 20s)).instead.empty());
}
