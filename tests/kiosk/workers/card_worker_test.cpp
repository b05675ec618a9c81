#include "kiosk/workers/card_worker.hpp"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr VisitId kVisit{7};

/// A desk on which nothing happens until a test says so.
CardDesk still_desk() {
    return {.watch =
                [](const std::stop_token& stop, const PresenceHeard&) {
                    std::mutex mutex;
                    std::unique_lock lock(mutex);
                    std::condition_variable_any never;
                    never.wait(lock, stop, [] { return false; });
                },
            .tries_left = [](cardreader::Entry) { return cardreader::Result<int>(3); },
            .read = [](const CardSecret&) -> cardreader::Result<cardreader::FourItems> {
                return cardreader::fail({.code = cardreader::Errc::NoCard});
            }};
}

Event next_of(Mailbox<Event>& inbox) {
    std::stop_source patience;
    auto event = inbox.wait_for(patience.get_token(), 5s);
    REQUIRE(event);
    return *event;
}

cardreader::Pin pin(const char* digits) {
    return std::move(*cardreader::Pin::from_digits(digits));
}

}  // namespace

TEST_CASE("what lies on the reader is reported to the visit that watches", "[kiosk][workers]") {
    auto desk = still_desk();
    desk.watch = [](const std::stop_token&, const PresenceHeard& heard) { heard(event::Presence::Present); };
    Mailbox<Event> inbox;
    CardWorker worker(std::move(desk), inbox);

    worker.post(command::WatchCard{kVisit});

    const auto seen = std::get<event::CardSeen>(next_of(inbox));
    CHECK(seen.visit == kVisit);
    CHECK(seen.presence.value() == event::Presence::Present);
}

TEST_CASE("a watch ends when the visit no longer wants it", "[kiosk][workers]") {
    auto desk = still_desk();
    const auto still = desk.watch;
    desk.watch = [still](const std::stop_token& stop, const PresenceHeard& heard) {
        still(stop, heard);
        heard(event::Presence::Absent);  // said only once the watch has ended
    };
    Mailbox<Event> inbox;
    CardWorker worker(std::move(desk), inbox);

    worker.post(command::WatchCard{kVisit});
    worker.post(command::UnwatchCard{kVisit});

    CHECK(std::holds_alternative<event::CardSeen>(next_of(inbox)));
}

TEST_CASE("the digits that were typed reach the card and its answer the visit", "[kiosk][workers]") {
    auto desk = still_desk();
    desk.read = [](const CardSecret& secret) -> cardreader::Result<cardreader::FourItems> {
        const auto bytes = std::get<cardreader::Pin>(secret).bytes();
        const bool right = std::string(bytes.begin(), bytes.end()) == "1234";
        if (!right) return cardreader::fail({.code = cardreader::Errc::WrongPin, .tries_left = 2});
        cardreader::FourItems holder;
        holder.name = "書　太郎";
        return holder;
    };
    Mailbox<Event> inbox;
    CardWorker worker(std::move(desk), inbox);

    worker.post(command::ReadCard{kVisit, pin("9999")});
    worker.post(command::ReadCard{kVisit, pin("1234")});

    CHECK(std::get<event::CardRead>(next_of(inbox)).holder.error().tries_left == 2);
    const auto read = std::get<event::CardRead>(next_of(inbox));
    CHECK(read.visit == kVisit);
    CHECK(read.holder.value().name == "書　太郎");
}

TEST_CASE("the tries are told with the way they were asked for", "[kiosk][workers]") {
    Mailbox<Event> inbox;
    CardWorker worker(still_desk(), inbox);

    worker.post(command::ReadTries{kVisit, cardreader::Entry::ByNumberB});

    const auto answered = std::get<event::TriesAnswered>(next_of(inbox));
    CHECK(answered.entry == cardreader::Entry::ByNumberB);
    CHECK(answered.tries_left.value() == 3);
}

TEST_CASE("the worker ends while a card is watched", "[kiosk][workers]") {
    Mailbox<Event> inbox;
    {
        CardWorker worker(still_desk(), inbox);
        worker.post(command::WatchCard{kVisit});
    }
    SUCCEED("the destructor came back");
}
