#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/reception/place.hpp"

namespace kiosk::reception::test {

/// What somebody with the file but not the key could do to the database.
inline void tamper(const Place& place, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(database_file(place).c_str(), &database) == SQLITE_OK);
    const auto answer = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    INFO(sqlite3_errmsg(database));
    CHECK(answer == SQLITE_OK);
    CHECK(sqlite3_total_changes(database) > 0);
    sqlite3_close(database);
}

}  // namespace kiosk::reception::test
