#pragma once

#include <cstdint>

namespace kiosk::reception::test {

/// Which way the disk fails.
enum class DiskFault : std::uint8_t { Full, WriteError, SyncError };
enum class Lasting : std::uint8_t { Once, FromThenOn };

/// While it lives, SQLite's `countdown`-th write (or sync) fails as told. Beneath SQLite, above the real
/// disk.
class FaultyDisk {
public:
    FaultyDisk(int countdown, DiskFault fault, Lasting lasting);
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// Whether it has failed at all.
    [[nodiscard]] bool struck() const;
};

}  // namespace kiosk::reception::test
