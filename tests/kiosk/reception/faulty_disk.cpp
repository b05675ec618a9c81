#include "tests/kiosk/reception/faulty_disk.hpp"

#include <sqlite3.h>

#include <cstring>

namespace kiosk::reception::test {

namespace {

struct Plan {
    int left = 0;
    DiskFault fault{};
    Lasting lasting{};
    bool struck = false;
};

// SQLite calls back without a place for ours, so the plan of the one test that runs lies here.
Plan plan;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

sqlite3_vfs* real_disk() {
    return sqlite3_vfs_find("unix");
}

/// An open file: ours first, the real one's memory right behind it.
struct File {
    sqlite3_file ours;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real();
}

bool strikes(bool syncing) {
    if (syncing != (plan.fault == DiskFault::SyncError)) return false;
    if (plan.struck) return plan.lasting == Lasting::FromThenOn;
    if (--plan.left > 0) return false;
    plan.struck = true;
    return true;
}

int close(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, size, at);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    if (!strikes(false)) return real(file)->pMethods->xWrite(real(file), from, size, at);
    // What reached the disk before it failed: half.
    (void)real(file)->pMethods->xWrite(real(file), from, size / 2, at);
    return plan.fault == DiskFault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
    if (strikes(true)) return SQLITE_IOERR_FSYNC;
    return real(file)->pMethods->xSync(real(file), flags);
}
int size(sqlite3_file* file, sqlite3_int64* to) {
    return real(file)->pMethods->xFileSize(real(file), to);
}
int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* to) {
    return real(file)->pMethods->xCheckReservedLock(real(file), to);
}
int control(sqlite3_file* file, int what, void* with) {
    return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sector(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int traits(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int bytes, int extend, void volatile** to) {
    return real(file)->pMethods->xShmMap(real(file), page, bytes, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int erase) {
    return real(file)->pMethods->xShmUnmap(real(file), erase);
}

const sqlite3_io_methods kMethods{2,           close,   read,         write,   truncate, sync,   size,
                                  lock,        unlock,  check_lock,   control, sector,   traits, map_shared,
                                  lock_shared, barrier, unmap_shared, nullptr, nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* opened = reinterpret_cast<File*>(file)->real();
    std::memset(opened, 0, static_cast<std::size_t>(real_disk()->szOsFile));
    const auto answer = real_disk()->xOpen(real_disk(), name, opened, flags, out);
    file->pMethods = opened->pMethods == nullptr ? nullptr : &kMethods;
    return answer;
}

sqlite3_vfs& faulty_disk() {
    static sqlite3_vfs disk = [] {
        auto copy = *real_disk();
        copy.zName = "faulty";
        copy.pNext = nullptr;
        copy.szOsFile += static_cast<int>(sizeof(File));
        copy.xOpen = open;
        return copy;
    }();
    return disk;
}

}  // namespace

FaultyDisk::FaultyDisk(int countdown, DiskFault fault, Lasting lasting) {
    plan = {.left = countdown, .fault = fault, .lasting = lasting};
    sqlite3_vfs_register(&faulty_disk(), 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&faulty_disk());
    sqlite3_vfs_register(real_disk(), 1);
}

bool FaultyDisk::struck() const {
    return plan.struck;
}

}  // namespace kiosk::reception::test
