#include <algorithm>
#include <thread>

#include "kiosk/output/print_run.hpp"
#include "tests/kiosk/output/rig.hpp"

using namespace kiosk::output;
using namespace kiosk::output::test;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;
using reception::PrintState;

namespace {

constexpr Patience kPatience{.between = 20ms, .at_most = 30s};

/// An accepted reception with one sheet to print.
struct Counter {
    Office office;
    reception::Store store = office.store();
    std::string form = a4_form("KAKANAI 1122-001");
    std::vector<JobStatus> heard;
    std::optional<PrinterCondition> until;  // looks no longer once it has heard this

    Counter() {
        auto reception = plain_reception(office.new_id());
        reception.documents.resize(1);
        reception.documents[0].pdf = bytes_of(form);
        REQUIRE(store.accept(reception));
    }
    reception::PrintJob job() { return store.open_print_jobs()->front(); }
    Result<reception::PrintJob> print(const Printer& printer, Patience patience = kPatience) {
        std::stop_source enough;
        return run_print_job(store, printer, job(), clerk(), patience, enough.get_token(),
                             [&](const JobStatus& status) {
                                 heard.push_back(status);
                                 if (status.printer == until) enough.request_stop();
                             });
    }
    bool heard_of(PrinterCondition condition) const {
        return std::ranges::any_of(heard,
                                   [&](const JobStatus& status) { return status.printer == condition; });
    }
};

}  // namespace

TEST_CASE("a sheet printed straight comes out byte for byte, on A4, unscaled, under its number",
          "[output][printing]") {
    const Rig rig;
    Counter counter;

    const auto done = counter.print(Printer(rig.address()));

    REQUIRE(done);
    CHECK(done->state == PrintState::Done);
    const auto papers = rig.printed();
    REQUIRE(papers.size() == 1);
    CHECK(contents(papers[0]) == counter.form);
    CHECK(papers[0].filename().string().find("1122-001-01") != std::string::npos);
    const auto log = contents(rig.folder() / "printer.log");
    for (const auto* asked :
         {"job-name (nameWithoutLanguage) 1122-001-01", "media (keyword) iso_a4_210x297mm",
          "print-scaling (keyword) none", "requesting-user-name (nameWithoutLanguage) kakanai-A1"}) {
        INFO(asked);
        CHECK(log.find(asked) != std::string::npos);
    }
    CHECK(log.find("健一") == std::string::npos);
    CHECK(counter.store.open_print_jobs()->empty());
}

TEST_CASE("a sheet printed through a print server has the same page at the same place",
          "[output][printing]") {
    const Rig rig;
    const PrintServer server(rig, "PreserveJobFiles No\nPreserveJobHistory 300\n");
    Counter counter;

    const auto done = counter.print(Printer(server.address()));

    REQUIRE(done);
    INFO(done->reason);
    CHECK(done->state == PrintState::Done);
    REQUIRE(eventually([&] { return rig.printed().size() == 1; }));
    const auto paper = rig.printed().front();
    CHECK(run("pdfinfo '" + paper.string() + "'").find("595.") != std::string::npos);
    const auto size = run("pdfinfo '" + paper.string() + "' | grep 'Page size'");
    CHECK(size.find("A4") != std::string::npos);
    std::ofstream(rig.folder() / "form.pdf") << counter.form;
    const auto wanted = pixels(rig.folder() / "form.pdf", rig.folder());
    CHECK(different_pixels(pixels(paper, rig.folder()), wanted) <= wanted.size() / 1000);
    CHECK(different_pixels(wanted, std::string(wanted.size(), '\xFF')) >
          wanted.size() / 100);  // the page is not blank
}

TEST_CASE("without paper the job waits, says so, and goes on by itself", "[output][printing]") {
    Rig rig;
    rig.fault("empty");
    Counter counter;
    const Printer printer(rig.address());

    counter.until = PrinterCondition::PaperEmpty;
    const auto waiting = counter.print(printer);

    REQUIRE(waiting);
    CHECK(waiting->state == PrintState::Printing);
    CHECK(counter.heard_of(PrinterCondition::PaperEmpty));
    CHECK(printer.look().condition == PrinterCondition::PaperEmpty);

    rig.fault("");
    counter.until.reset();
    const auto done = counter.print(printer);
    REQUIRE(done);
    CHECK(done->state == PrintState::Done);
    CHECK(done->printer_job == waiting->printer_job);
    CHECK(rig.printed().size() == 1);
}

TEST_CASE("a printer that is off costs nothing: the sheet waits and is printed when it is on",
          "[output][printing]") {
    Rig rig;
    rig.turn_off();
    Counter counter;
    const Printer printer(rig.address());

    const auto refused = counter.print(printer);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Offline);
    CHECK(printer.look().condition == PrinterCondition::Offline);
    CHECK(counter.job().state == PrintState::Waiting);

    rig.turn_on();
    CHECK(counter.print(printer)->state == PrintState::Done);
    CHECK(rig.printed().size() == 1);
}

TEST_CASE("a job the printer gave up is failed, and only a person's word prints it again",
          "[output][printing]") {
    Rig rig;
    rig.fault("abort");
    Counter counter;
    const Printer printer(rig.address());

    const auto failed = counter.print(printer);

    REQUIRE(failed);
    CHECK(failed->state == PrintState::Failed);
    CHECK(counter.store.open_print_jobs()->empty());

    rig.fault("");
    REQUIRE(counter.store.print_again(failed->package_id, failed->document, clerk()));
    const auto done = counter.print(printer);
    CHECK(done->state == PrintState::Done);
    CHECK(done->job_name == "1122-001-01-r2");
}

TEST_CASE("after a crash while sending, the printer is asked before anything is sent", "[output][printing]") {
    const Rig rig;
    Counter counter;
    const Printer printer(rig.address());
    auto job = counter.job();
    job.state = PrintState::Sending;
    REQUIRE(counter.store.note_print(job, clerk()));

    SECTION("it has the job: that one is followed, none is added") {
        const auto pdf = bytes_of(counter.form);
        REQUIRE(printer.submit({.job_name = job.job_name, .user = "kakanai-A1", .pdf = pdf}));
        CHECK(counter.print(printer)->state == PrintState::Done);
        CHECK(rig.printed().size() == 1);
    }
    SECTION("it does not: a person decides, nothing is sent") {
        CHECK(counter.print(printer)->state == PrintState::Unclear);
        CHECK(rig.printed().empty());
    }
}

TEST_CASE("a printer restarted in the middle no longer knows the job, and we do not pretend to",
          "[output][printing]") {
    Rig rig;
    rig.fault("empty");
    Counter counter;
    const Printer printer(rig.address());
    REQUIRE(counter.print(printer, {.between = 20ms, .at_most = 100ms})->state == PrintState::Printing);

    rig.turn_off();
    CHECK(counter.print(printer, {.between = 20ms, .at_most = 60ms})->state == PrintState::Printing);
    CHECK(counter.heard_of(PrinterCondition::Offline));
    rig.fault("");
    rig.turn_on();

    CHECK(counter.print(printer)->state == PrintState::Unclear);
}
