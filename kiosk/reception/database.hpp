#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/reception/error.hpp"

struct sqlite3;  // sqlite3.h stays in database.cpp
struct sqlite3_stmt;

namespace kiosk::reception {

/// What SQLite refused, thrown inside this room only and turned into a Result by `guarded`.
struct Broken {
    Error error;
};

/// Runs a database step; the one place where Broken (and a failed allocation or seal) becomes a value.
template <class Step>
auto guarded(Step step) -> decltype(step()) try {
    return step();
} catch (const Broken& broken) {
    return fail(broken.error);
} catch (const std::exception& problem) {
    return fail(Errc::Failed, problem.what());
}

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept;
};
struct CloseDatabase {
    void operator()(sqlite3* database) const noexcept;
};

/// One prepared statement: bind in order, then step.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(std::span<const std::uint8_t> blob);

    /// True while there is a row.
    bool step();
    /// For statements without rows.
    void run();

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::vector<std::uint8_t> blob(int column) const;

private:
    void check(int answer) const;

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
    int bound_ = 0;
};

/// One connection: WAL, synchronous=FULL, secure_delete, foreign keys, file mode 0600.
class Database {
public:
    /// Throws Broken.
    explicit Database(const std::filesystem::path& file);

    Statement prepare(std::string_view sql) const { return {database_.get(), sql}; }
    void execute(const std::string& sql) const;
    [[nodiscard]] std::int64_t changes() const;

private:
    std::unique_ptr<sqlite3, CloseDatabase> database_;
};

/// Everything or nothing: takes the write lock at once, rolls back unless committed.
class Transaction {
public:
    explicit Transaction(const Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    const Database& database_;
    bool open_ = true;
};

}  // namespace kiosk::reception
