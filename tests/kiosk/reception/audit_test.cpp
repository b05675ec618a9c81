#include <algorithm>

#include "tests/kiosk/reception/sample.hpp"
#include "tests/kiosk/reception/tamper.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

// Somebody who may write the file first takes the triggers away.
void tamper_audit(const Place& place, const std::string& sql) {
    tamper(place, "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; " + sql);
}

void five_rows(Office& office) {
    auto store = office.store();
    REQUIRE(store.accept(plain_reception(office.new_id())));
    for (int i = 0; i < 4; ++i) REQUIRE(store.note("looked", std::nullopt, clerk(std::chrono::seconds(i))));
    REQUIRE(store.verify()->empty());
}

}  // namespace

TEST_CASE("every act leaves a row that says who, when, where and what, and nothing about the person",
          "[reception][audit]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    const auto id = reception.package_id;
    REQUIRE(store.accept(reception));
    REQUIRE(store.confirm(id, clerk(1s)));
    REQUIRE(store.begin_export(id, "p", "1", clerk(2s), [](const auto&) { return std::string("sum"); }));
    REQUIRE(store.finish_export(id, clerk(3s)));
    REQUIRE(store.acknowledge(id, true, "X1", clerk(4s)));
    auto job = store.print_jobs(id)->front();
    job.state = PrintState::Done;
    REQUIRE(store.note_print(job, clerk(5s)));
    REQUIRE(store.print_again(id, job.document, clerk(6s)));
    REQUIRE(store.note("shown", id, clerk(7s)));
    REQUIRE(store.purge(morning(1h), clerk(8s)));

    const auto rows = store.audit();

    std::vector<std::string> actions;
    for (const auto& row : *rows) actions.push_back(row.action);
    CHECK(actions == std::vector<std::string>{"received", "confirmed", "export begun", "exported",
                                              "import confirmed", "print 1122-001-01 done",
                                              "print again 1122-001-01-r2", "shown", "purged"});
    CHECK(rows->front().who == "resident");
    CHECK(rows->at(1).who == "s001");
    CHECK(rows->at(1).at == "2026-11-22T10:45:01.000+09:00");
    CHECK(std::ranges::all_of(*rows, [&](const AuditRow& row) { return row.package_id == id.text(); }));
    CHECK(store.verify()->empty());
}

TEST_CASE("a changed audit row is named", "[reception][audit]") {
    Office office;
    five_rows(office);
    tamper_audit(office.place, "UPDATE audit SET who = 's999' WHERE sequence = 3");
    CHECK(*office.store().verify() == std::vector<Damage>{{"audit 3", "changed"}});
}

TEST_CASE("a missing audit row is named", "[reception][audit]") {
    Office office;
    five_rows(office);
    tamper_audit(office.place, "DELETE FROM audit WHERE sequence = 3");
    const auto damages = office.store().verify();
    REQUIRE_FALSE(damages->empty());
    CHECK(damages->front() == Damage{"audit 3", "rows are missing"});
}

TEST_CASE("rows cut off the end are noticed", "[reception][audit]") {
    Office office;
    five_rows(office);
    tamper_audit(office.place, "DELETE FROM audit WHERE sequence > 3");
    CHECK(*office.store().verify() == std::vector<Damage>{{"audit 4", "rows at the end are missing"}});
}

TEST_CASE("rows that changed places are noticed", "[reception][audit]") {
    Office office;
    five_rows(office);
    tamper_audit(office.place,
                 "UPDATE audit SET sequence = 99 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE "
                 "sequence = 3; "
                 "UPDATE audit SET sequence = 3 WHERE sequence = 99");
    const auto damages = office.store().verify();
    REQUIRE(damages->size() >= 2);
    CHECK(damages->front() == Damage{"audit 2", "changed"});
}

TEST_CASE("all rows gone is noticed too", "[reception][audit]") {
    Office office;
    five_rows(office);
    tamper_audit(office.place, "DELETE FROM audit");
    CHECK(*office.store().verify() == std::vector<Damage>{{"audit 1", "rows at the end are missing"}});
}

TEST_CASE("a clock that was set back is flagged at the row where it shows", "[reception][audit]") {
    Office office;
    auto store = office.store();
    REQUIRE(store.note("one", std::nullopt, clerk(1h)));
    REQUIRE(store.note("two", std::nullopt, clerk(1h - 2s)));  // another process, seconds apart: no alarm
    REQUIRE(store.note("three", std::nullopt, clerk(0s)));
    CHECK(*store.verify() == std::vector<Damage>{{"audit 3", "the clock went back"}});
}

TEST_CASE("the audit cannot be changed through the database's own door", "[reception][audit]") {
    Office office;
    five_rows(office);
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(database_file(office.place).c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, "DELETE FROM audit", nullptr, nullptr, nullptr) != SQLITE_OK);
    CHECK(sqlite3_exec(database, "UPDATE audit SET who = 'x'", nullptr, nullptr, nullptr) != SQLITE_OK);
    sqlite3_close(database);
}
