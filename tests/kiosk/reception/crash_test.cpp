#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include <random>

#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

// A kiosk that accepts one reception after another and says each id aloud only once it was accepted.
[[noreturn]] void accept_without_end(const Place& place, int acknowledged) {
    SystemRandom random;
    auto store = Store::open(place, random);
    if (!store) _exit(1);
    for (;;) {
        const auto reception = plain_reception(PackageId::make(morning(), random));
        if (!store->accept(reception)) _exit(2);
        const auto line = reception.package_id.text() + "\n";
        if (::write(acknowledged, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(3);
    }
}

enum class From : std::uint8_t { Start, FirstWord };

// Runs the kiosk for `life` from its start or from its first word on (a busy machine may take long to get
// there), kills it without warning and returns what it had acknowledged.
std::vector<PackageId> killed_after(const Place& place, From from, std::chrono::microseconds life) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        accept_without_end(place, ends[1]);
    }
    ::close(ends[1]);
    pollfd spoken{.fd = ends[0], .events = POLLIN, .revents = 0};
    if (from == From::FirstWord) REQUIRE(::poll(&spoken, 1, 60'000) == 1);
    ::usleep(static_cast<useconds_t>(life.count()));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));

    std::string said;
    char buffer[4096];
    for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, static_cast<std::size_t>(size));
    ::close(ends[0]);
    std::vector<PackageId> ids;
    constexpr std::size_t kLine = 37;
    for (std::size_t at = 0; at + kLine <= said.size(); at += kLine)
        ids.push_back(*PackageId::parse(said.substr(at, kLine - 1)));
    return ids;
}

}  // namespace

TEST_CASE("killed at any moment forty times, no acknowledged reception is lost and none is half there",
          "[reception][crash]") {
    Office office;
    (void)office.store();
    std::minstd_rand dice(20261122);
    std::vector<PackageId> acknowledged;
    for (int round = 0; round < 40; ++round) {
        const auto ids = killed_after(office.place, round % 4 == 0 ? From::Start : From::FirstWord,
                                      std::chrono::microseconds(5'000 + dice() % 45'000));
        acknowledged.insert(acknowledged.end(), ids.begin(), ids.end());
    }

    auto store = office.store();
    REQUIRE(acknowledged.size() >= 30);
    for (const auto& id : acknowledged) REQUIRE(store.load(id));
    CHECK(store.verify()->empty());
    const auto all = *store.list();
    CHECK(all.size() >= acknowledged.size());
    for (const auto& row : all) REQUIRE(store.print_jobs(row.package_id)->size() == 2);
    WARN(acknowledged.size() << " acknowledged, " << all.size() - acknowledged.size()
                             << " committed but not acknowledged");
}
