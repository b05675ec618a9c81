#include "kiosk/output/print_run.hpp"
#include "tests/kiosk/output/rig.hpp"

using namespace kiosk::output;
using namespace kiosk::output::test;
using namespace kiosk::reception::test;

namespace {

constexpr std::string_view kCanary = "KANARIA7391";  // stands readable in the page's content stream

// What the doctor asks for on a print server: nothing printed is kept, and how a job ended is known for five
// minutes.
constexpr auto kShipped = "PreserveJobFiles No\nPreserveJobHistory 300\n";

int submitted(const PrintServer& server, const Printer& printer) {
    const auto pdf = bytes_of(a4_form(std::string(kCanary)));
    const auto job = printer.submit({.job_name = "1122-001-01", .user = "kakanai-A1", .pdf = pdf});
    if (!job) FAIL(job.error().detail << "\n" << server.log());
    return *job;
}

void wait_until(const Printer& printer, int job, JobPhase phase) {
    std::string last;
    const bool reached = eventually([&] {
        const auto status = printer.status(job);
        last =
            status ? std::string(sentence(status->phase, "en")) + " " + status->words : status.error().detail;
        return status && status->phase == phase;
    });
    INFO(last);
    REQUIRE(reached);
}

}  // namespace

TEST_CASE("after printing nothing of the page is left in the print server's folders", "[output][spool]") {
    const Rig rig;
    const PrintServer server(rig, kShipped);
    const Printer printer(server.address());

    wait_until(printer, submitted(server, printer), JobPhase::Done);

    CHECK(eventually([&] { return !appears_below(server.folder(), kCanary); }));
    CHECK(
        appears_below(server.folder(), "1122-001-01"));  // the scan does read the spool: the number is there
}

TEST_CASE("after a job was cancelled nothing of the page is left either", "[output][spool]") {
    Rig rig;
    rig.fault("empty");
    const PrintServer server(rig, kShipped);
    const Printer printer(server.address());
    const auto job = submitted(server, printer);
    const bool waits = eventually([&] { return appears_below(server.spool(), kCanary); });
    INFO(server.log());
    REQUIRE(waits);  // while it waits it must be there

    REQUIRE(printer.cancel(job, "kakanai-A1"));

    wait_until(printer, job, JobPhase::Cancelled);
    CHECK(eventually([&] { return !appears_below(server.folder(), kCanary); }));
    rig.fault("");
}

TEST_CASE("a print server left as it comes keeps the page: the scan has teeth", "[output][spool]") {
    const Rig rig;
    const PrintServer server(rig, "");
    const Printer printer(server.address());

    wait_until(printer, submitted(server, printer), JobPhase::Done);

    CHECK(appears_below(server.spool(), kCanary));
}
