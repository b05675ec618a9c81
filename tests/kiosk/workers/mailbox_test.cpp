#include "kiosk/workers/mailbox.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <thread>

using kiosk::Mailbox;
using namespace std::chrono_literals;

TEST_CASE("messages come out in the order in which they were posted", "[kiosk][workers]") {
    Mailbox<int> mailbox;

    for (const int message : {1, 2, 3}) mailbox.post(message);

    CHECK(mailbox.poll() == 1);
    CHECK(mailbox.poll() == 2);
    CHECK(mailbox.poll() == 3);
    CHECK_FALSE(mailbox.poll());
}

TEST_CASE("what cannot be copied can be posted", "[kiosk][workers]") {
    Mailbox<std::unique_ptr<int>> mailbox;

    mailbox.post(std::make_unique<int>(7));

    CHECK(**mailbox.poll() == 7);
}

TEST_CASE("a worker that waits wakes up for a message from another thread", "[kiosk][workers]") {
    Mailbox<int> mailbox;
    std::atomic<int> heard = 0;

    {
        std::jthread worker([&](const std::stop_token& stop) { heard = mailbox.wait(stop).value_or(-1); });
        mailbox.post(5);
        while (heard == 0) std::this_thread::yield();
    }

    CHECK(heard == 5);
}

TEST_CASE("a worker that waits for nothing ends as soon as it is told to stop", "[kiosk][workers]") {
    Mailbox<int> mailbox;
    std::atomic<bool> ended = false;

    {
        std::jthread worker([&](const std::stop_token& stop) { ended = !mailbox.wait(stop); });
    }

    CHECK(ended);
}

TEST_CASE("waiting with a limit comes back empty after it", "[kiosk][workers]") {
    Mailbox<int> mailbox;
    const std::stop_source never;

    CHECK_FALSE(mailbox.wait_for(never.get_token(), 1ms));
}

TEST_CASE("each post wakes the thread that has its own way of waiting", "[kiosk][workers]") {
    int woken = 0;
    Mailbox<int> mailbox([&] { ++woken; });

    mailbox.post(1);
    mailbox.post(2);

    CHECK(woken == 2);
}
