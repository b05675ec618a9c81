#include "kiosk/reception/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>

#include <cerrno>

#include "kiosk/reception/descriptor.hpp"

namespace kiosk::reception {

namespace {

constexpr int kBusyMilliseconds = 5000;  // a commit here takes milliseconds; longer means something hangs

// A disk that is full in another way than ENOSPC (a quota, a size limit) fails as an I/O error of its own.
Errc failed_io(sqlite3* database, int answer) {
    const auto system_number = database != nullptr ? sqlite3_system_errno(database) : 0;
    const auto by_system = from_errno(system_number, {}).code;
    if (by_system != Errc::Failed) return by_system;
    const bool writing = answer == SQLITE_IOERR_WRITE || answer == SQLITE_IOERR_FSYNC ||
                         answer == SQLITE_IOERR_DIR_FSYNC || answer == SQLITE_IOERR_TRUNCATE;
    return writing ? Errc::ReadOnly : Errc::Failed;
}

[[noreturn]] void broken(sqlite3* database, int answer) {
    const auto detail = "sqlite " + std::to_string(answer) + ": " +
                        (database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(answer));
    auto code = Errc::Failed;
    switch (answer & 0xFF) {
        case SQLITE_FULL:
            code = Errc::DiskFull;
            break;
        case SQLITE_READONLY:
            code = Errc::ReadOnly;
            break;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            code = Errc::Busy;
            break;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            code = Errc::Altered;
            break;
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            code = Errc::NoAccess;
            break;
        case SQLITE_IOERR:
            code = failed_io(database, answer);
            break;
        default:
            break;
    }
    throw Broken{{code, detail}};
}

void make_private_file(const std::filesystem::path& file) {
    // SQLite gives its journal files the mode of the database, so it is enough that the first file is
    // private.
    const Descriptor made(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!made) throw Broken{from_errno(errno, file)};
}

}  // namespace

void FinalizeStatement::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}
void CloseDatabase::operator()(sqlite3* database) const noexcept {
    sqlite3_close_v2(database);
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* raw = nullptr;
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &raw, nullptr));
    statement_.reset(raw);
}

void Statement::check(int answer) const {
    if (answer != SQLITE_OK) broken(database_, answer);
}

Statement& Statement::bind(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // A null pointer would bind NULL instead of an empty text.
    const auto* data = text.data() != nullptr ? text.data() : "";
    check(sqlite3_bind_text64(statement_.get(), ++bound_, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(std::span<const std::uint8_t> blob) {
    check(sqlite3_bind_blob64(statement_.get(), ++bound_, blob.data(), blob.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const auto answer = sqlite3_step(statement_.get());
    if (answer == SQLITE_ROW) return true;
    if (answer != SQLITE_DONE) broken(database_, answer);
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return data == nullptr
               ? std::string()
               : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::vector<std::uint8_t> Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    return data == nullptr
               ? std::vector<std::uint8_t>()
               : std::vector<std::uint8_t>(data, data + sqlite3_column_bytes(statement_.get(), column));
}

Database::Database(const std::filesystem::path& file) {
    make_private_file(file);
    sqlite3* raw = nullptr;
    const auto answer =
        sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(raw);
    if (answer != SQLITE_OK) broken(raw, answer);
    sqlite3_busy_timeout(raw, kBusyMilliseconds);
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA secure_delete=ON");
    execute("PRAGMA foreign_keys=ON");
    execute("PRAGMA temp_store=MEMORY");  // no sorter or statement journal in /tmp
}

void Database::execute(const std::string& sql) const {
    const auto answer = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (answer != SQLITE_OK) broken(database_.get(), sqlite3_extended_errcode(database_.get()));
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(database_.get());
}

Transaction::Transaction(const Database& database) : database_(database) {
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const Broken&) {
        // Some failures (a full disk among them) have rolled back already: then there is nothing left to
        // undo.
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace kiosk::reception
