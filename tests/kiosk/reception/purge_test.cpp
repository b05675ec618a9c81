#include <sqlite3.h>

#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

/// The sealed bytes of a reception as they lie in the database: what a scan of the disk would have to find.
std::string sealed_bytes(const Place& place, const PackageId& id) {
    sqlite3* database = nullptr;
    sqlite3_stmt* row = nullptr;
    REQUIRE(sqlite3_open(database_file(place).c_str(), &database) == SQLITE_OK);
    const auto sql = "SELECT body FROM sealed WHERE package_id = '" + id.text() + "' AND part = 'reception'";
    REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(row) == SQLITE_ROW);
    const auto* blob = static_cast<const char*>(sqlite3_column_blob(row, 0));
    const std::string bytes(blob, static_cast<std::size_t>(sqlite3_column_bytes(row, 0)));
    sqlite3_finalize(row);
    sqlite3_close(database);
    return bytes;
}

void import(Store& store, const PackageId& id) {
    REQUIRE(store.begin_export(id, "utf8", "1", clerk(), [](const auto&) { return std::string("sum"); }));
    REQUIRE(store.finish_export(id, clerk()));
    REQUIRE(store.acknowledge(id, true, "X1", clerk()));
}

}  // namespace

TEST_CASE("after a purge not even the sealed bytes are left, in pages or in the journal",
          "[reception][purge]") {
    Office office;
    auto store = office.store();
    const auto gone = plain_reception(office.new_id()), kept = plain_reception(office.new_id());
    REQUIRE(store.accept(gone));
    REQUIRE(store.accept(kept));
    import(store, gone.package_id);
    // Long enough never to be there by chance, short enough to lie within one page.
    const auto canary = sealed_bytes(office.place, gone.package_id).substr(100, 64);
    const auto other = sealed_bytes(office.place, kept.package_id).substr(100, 64);
    REQUIRE(appears_below(office.place.state, canary));

    REQUIRE(store.purge(morning(), clerk())->size() == 1);

    CHECK_FALSE(appears_below(office.place.state, canary));
    CHECK(appears_below(office.place.state, other));  // what was not purged is still found by the same scan
    CHECK(fs::file_size(database_file(office.place).string() + "-wal") == 0);
    CHECK(*store.load(kept.package_id) == kept);
}

TEST_CASE("nothing is purged that a core system has not acknowledged, however old", "[reception][purge]") {
    Office office;
    auto store = office.store();
    const auto received = plain_reception(office.new_id()), exported = plain_reception(office.new_id());
    REQUIRE(store.accept(received));
    REQUIRE(store.accept(exported));
    REQUIRE(store.begin_export(exported.package_id, "utf8", "1", clerk(),
                               [](const auto&) { return std::string("sum"); }));
    REQUIRE(store.finish_export(exported.package_id, clerk()));

    CHECK(store.purge(morning(24h * 3650), clerk())->empty());

    CHECK(store.load(received.package_id));
    CHECK(store.load(exported.package_id));
}
