#include "kiosk/reception/store_inside.hpp"

namespace kiosk::reception {

namespace {

constexpr int kSchemaVersion = 1;

// Only `sealed` holds anything personal. Times stand twice: as people read them, and in ms for comparing.
constexpr auto kTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE number (
    package_id TEXT PRIMARY KEY, counter TEXT NOT NULL, day TEXT NOT NULL, running INTEGER NOT NULL,
    number TEXT NOT NULL, UNIQUE (counter, day, running)) STRICT;
CREATE TABLE reception (
    package_id TEXT PRIMARY KEY REFERENCES number, digest TEXT NOT NULL, event TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5), created_at TEXT NOT NULL, created_ms INTEGER NOT NULL,
    changed_at TEXT NOT NULL, changed_ms INTEGER NOT NULL, purged INTEGER NOT NULL DEFAULT 0,
    review_state TEXT NOT NULL DEFAULT 'none', review_by TEXT NOT NULL DEFAULT '', review_at TEXT NOT NULL DEFAULT '',
    external_reference TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE sealed (
    package_id TEXT NOT NULL REFERENCES reception, part TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (package_id, part)) STRICT;
CREATE TABLE ticket (
    package_id TEXT PRIMARY KEY REFERENCES reception, counter TEXT NOT NULL, sequence INTEGER NOT NULL,
    previous TEXT NOT NULL, profile_id TEXT NOT NULL, profile_version TEXT NOT NULL, review_state TEXT NOT NULL,
    review_by TEXT NOT NULL, review_at TEXT NOT NULL, package_sha256 TEXT NOT NULL, UNIQUE (counter, sequence)) STRICT;
CREATE TABLE print_job (
    id INTEGER PRIMARY KEY, package_id TEXT NOT NULL REFERENCES reception, document TEXT NOT NULL,
    job_name TEXT NOT NULL, copies INTEGER NOT NULL, attempt INTEGER NOT NULL, state INTEGER NOT NULL,
    printer TEXT NOT NULL DEFAULT '', printer_job INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
    UNIQUE (package_id, document, attempt)) STRICT;
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, terminal TEXT NOT NULL, action TEXT NOT NULL,
    package_id TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
)sql";

std::int64_t version_of(const Database& database) {
    auto version = database.prepare("PRAGMA user_version");
    return version.step() ? version.number(0) : 0;
}

}  // namespace

void make_tables(const Database& database) {
    if (version_of(database) == kSchemaVersion) return;
    Transaction transaction(database);
    const auto version = version_of(database);  // another process may have made them meanwhile
    if (version > kSchemaVersion)
        throw Broken{{Errc::Failed, "the database is from a later version of this program"}};
    if (version == 0) {
        database.execute(kTables);
        database.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
    }
    transaction.commit();
}

}  // namespace kiosk::reception
