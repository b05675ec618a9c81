#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "kiosk/output/print_run.hpp"
#include "kiosk/output/printer.hpp"
#include "tests/kiosk/output/samples.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;

namespace {

/// Takes connections and hangs up on each after `bytes`, without a word.
class HangsUp {
public:
    explicit HangsUp(std::size_t bytes) {
        listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(listening_, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(listening_, 4);
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread([this, bytes] { serve(bytes); });
    }
    HangsUp(const HangsUp&) = delete;
    HangsUp& operator=(const HangsUp&) = delete;
    ~HangsUp() {
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }
    [[nodiscard]] PrinterAddress address() const {
        return {.host = "127.0.0.1", .port = port_, .resource = "/ipp/print"};
    }
    [[nodiscard]] int connections() const { return connections_; }
    /// The most that came over one connection: whether a document was among it.
    [[nodiscard]] std::size_t longest() const { return longest_; }
    void forget() { longest_ = 0; }

private:
    void serve(std::size_t bytes) {
        for (int one = 0; (one = ::accept(listening_, nullptr, nullptr)) >= 0; ::close(one)) {
            ++connections_;
            std::size_t seen = 0;
            char buffer[4096];
            for (ssize_t size = 0; seen < bytes && (size = ::recv(one, buffer, sizeof buffer, 0)) > 0;) {
                if (seen == 0) (void)::send(one, "HTTP/1.1 100 Continue\r\n\r\n", 25, MSG_NOSIGNAL);
                seen += static_cast<std::size_t>(size);
                longest_ = std::max(longest_.load(), seen);
            }
        }
    }
    int listening_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<std::size_t> longest_ = 0;
    std::jthread thread_;
};

}  // namespace

TEST_CASE("printer addresses are read as IT staff write them", "[output][address]") {
    CHECK(parse_address("ipp://localhost:8632/ipp/print")->uri() == "ipp://localhost:8632/ipp/print");
    CHECK(parse_address("ipps://printer.example/ipp/print")->uri() == "ipps://printer.example:631/ipp/print");
    CHECK(parse_address("ipp://[::1]:8632/ipp/print")->host == "::1");
    CHECK(parse_address("ipp://[::1]:8632/ipp/print")->uri() == "ipp://[::1]:8632/ipp/print");
    CHECK(parse_address("counter")->resource == "/printers/counter");
    for (const auto* bad : {"", "ipp://", "ipp://host:0/x", "ipp://host:99999/x", "ipp://host:6a/x",
                            "two words", "http://x/y"}) {
        INFO(bad);
        REQUIRE_FALSE(parse_address(bad));
        CHECK(parse_address(bad).error().code == Errc::BadAddress);
    }
}

TEST_CASE("a line that breaks while the document is being sent is unclear, and nothing is sent again",
          "[output][printing]") {
    HangsUp printer(1000);
    const kiosk::reception::Bytes pdf(200'000, 0x20);

    const auto answer =
        Printer(printer.address(), 2s).submit({.job_name = "1122-001-01", .user = "kakanai-A1", .pdf = pdf});

    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Errc::SubmitUnclear);
    CHECK(printer.connections() == 1);
}

TEST_CASE("a printer that never answers does not hold the worker longer than its limit",
          "[output][printing]") {
    HangsUp printer(1'000'000'000);
    const auto begun = std::chrono::steady_clock::now();

    CHECK(Printer(printer.address(), 500ms).look().condition == PrinterCondition::Offline);

    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_CASE("a sheet whose sending broke is not sent again by itself, however often the worker comes back",
          "[output][printing]") {
    HangsUp broken(100'000);
    Office office;
    auto store = office.store();
    auto reception = plain_reception(office.new_id());
    reception.documents.resize(1);
    reception.documents[0].pdf.assign(200'000, 0x20);
    REQUIRE(store.accept(reception));
    const Printer printer(broken.address(), 500ms);
    const auto try_once = [&] {
        return run_print_job(store, printer, store.open_print_jobs()->front(), clerk(), {}, {}, {});
    };

    CHECK_FALSE(try_once());
    CHECK(broken.longest() >= 100'000);  // the document was on its way
    CHECK(store.open_print_jobs()->front().state == kiosk::reception::PrintState::Sending);

    broken.forget();
    CHECK_FALSE(try_once());
    CHECK_FALSE(try_once());
    CHECK(broken.longest() < 10'000);  // only questions
}
