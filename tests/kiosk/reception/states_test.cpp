#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

const auto kSum = [](const ExportTicket& ticket) {
    return std::optional("sum" + std::to_string(ticket.sequence));
};

struct OneReception {
    Office office;
    Store store = office.store();
    PackageId id = office.new_id();
    OneReception() { REQUIRE(store.accept(plain_reception(id))); }

    State state() { return store.find(id)->state; }
    void exported() {
        REQUIRE(store.begin_export(id, "utf8", "1", clerk(), kSum));
        REQUIRE(store.finish_export(id, clerk()));
    }
};

}  // namespace

TEST_CASE("a reception goes from received over confirmed and exported to import confirmed",
          "[reception][state]") {
    OneReception one;
    CHECK(one.state() == State::Received);
    REQUIRE(one.store.confirm(one.id, clerk()));
    CHECK(one.state() == State::Confirmed);
    one.exported();
    CHECK(one.state() == State::Exported);
    CHECK(*one.store.acknowledge(one.id, true, "X1", clerk()));
    CHECK(one.state() == State::Imported);
}

TEST_CASE("import is confirmed only for what was exported", "[reception][state]") {
    OneReception one;
    CHECK(one.store.acknowledge(one.id, true, "", clerk()).error().code == Errc::NotAllowed);
    CHECK(one.store.finish_export(one.id, clerk()).error().code == Errc::NotAllowed);
    CHECK(one.state() == State::Received);
}

TEST_CASE("acknowledgements lead to the same end in any order and any number", "[reception][state]") {
    const auto order = GENERATE(std::vector{true}, std::vector{true, true}, std::vector{false, true},
                                std::vector{true, false}, std::vector{false, false, true, false});
    OneReception one;
    one.exported();
    for (const bool imported : order) REQUIRE(one.store.acknowledge(one.id, imported, "X1", clerk()));
    CHECK(one.state() == State::Imported);
}

TEST_CASE("what was imported can neither be sent back nor exported anew", "[reception][state]") {
    OneReception one;
    one.exported();
    REQUIRE(one.store.acknowledge(one.id, true, "X1", clerk()));
    CHECK(one.store.send_back(one.id, clerk(), "wrong_desk").error().code == Errc::NotAllowed);
    CHECK(one.store.begin_export(one.id, "utf8", "1", clerk(), kSum).error().code == Errc::NotAllowed);
    REQUIRE(one.store.finish_export(one.id, clerk()));  // a late end of an export that was already read
    CHECK(one.state() == State::Imported);
}

TEST_CASE("a ticket is pinned: later reviews and later receptions do not change what a package says",
          "[reception][state]") {
    OneReception one;
    const auto first = one.store.begin_export(one.id, "utf8", "1", clerk(), kSum);
    REQUIRE(one.store.confirm(one.id, clerk(1h)));
    const auto again = one.store.begin_export(one.id, "utf8", "1", clerk(2h), kSum);

    CHECK(first->sequence == 1);
    CHECK(first->previous_package_sha256.empty());
    CHECK(again->review == first->review);
    CHECK(again->package_sha256 == "sum1");
    CHECK(one.store.begin_export(one.id, "cp932", "1", clerk(), kSum).error().code == Errc::Conflict);
}

TEST_CASE("the packages of one counter form one chain", "[reception][state]") {
    OneReception one;
    auto elsewhere = plain_reception(one.office.new_id());
    elsewhere.counter = "B2";
    const auto second = plain_reception(one.office.new_id());
    REQUIRE(one.store.accept(elsewhere));
    REQUIRE(one.store.accept(second));

    REQUIRE(one.store.begin_export(one.id, "utf8", "1", clerk(), kSum));
    const auto other_counter = one.store.begin_export(elsewhere.package_id, "utf8", "1", clerk(), kSum);
    const auto next = one.store.begin_export(second.package_id, "utf8", "1", clerk(), kSum);

    CHECK(next->sequence == 2);
    CHECK(next->previous_package_sha256 == "sum1");
    CHECK(other_counter->sequence == 1);
    CHECK(other_counter->previous_package_sha256.empty());
}

TEST_CASE("printing is remembered with its state, and again means another attempt under another name",
          "[reception][print]") {
    OneReception one;
    auto jobs = *one.store.print_jobs(one.id);
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[1].job_name == "1122-001-02");
    CHECK(jobs[0].state == PrintState::Waiting);

    jobs[0].state = PrintState::Unclear;
    jobs[0].printer_job = 17;
    REQUIRE(one.store.note_print(jobs[0], clerk()));
    CHECK(one.store.open_print_jobs()->size() == 1);  // unclear is for a person, not for a worker

    const auto again = one.store.print_again(one.id, jobs[0].document, clerk());
    REQUIRE(again);
    CHECK(again->job_name == "1122-001-01-r2");
    CHECK(one.store.print_again(one.id, jobs[0].document, clerk())->job_name == "1122-001-01-r3");
    CHECK(one.store.open_print_jobs()->size() == 3);
    CHECK(one.store.print_jobs(one.id)->front().printer_job == 17);
}

TEST_CASE("purging takes what is personal of imported receptions past their time, and only that",
          "[reception][purge]") {
    OneReception one;
    const auto kept = plain_reception(one.office.new_id());
    REQUIRE(one.store.accept(kept));
    one.exported();
    REQUIRE(one.store.acknowledge(one.id, true, "X1", clerk()));

    CHECK(one.store.purge(morning(-1s), clerk())->empty());
    CHECK(one.store.load(one.id));

    CHECK(*one.store.purge(morning(), clerk()) == std::vector{one.id});

    CHECK(one.store.load(one.id).error().code == Errc::NotFound);
    CHECK(one.store.find("1122-001")->purged);
    CHECK(*one.store.load(kept.package_id) == kept);
    CHECK(one.store.verify()->empty());
    CHECK(one.store.purge(morning(), clerk())->empty());
}

TEST_CASE("of two workers that take up the same sheet only one may send it", "[reception][print]") {
    OneReception one;
    auto job = one.store.print_jobs(one.id)->front();
    job.state = PrintState::Sending;

    CHECK(one.store.note_print(job, clerk()));
    CHECK(one.store.note_print(job, clerk()).error().code == Errc::NotAllowed);
}
