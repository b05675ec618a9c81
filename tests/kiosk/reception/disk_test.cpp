#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <csignal>

#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

NewReception large_reception(const PackageId& id) {
    auto reception = plain_reception(id);
    reception.documents[0].pdf.assign(60'000, 0x20);
    return reception;
}

/// Accepts until the disk refuses; every reception so far, and the one refused.
struct UntilRefused {
    std::vector<NewReception> accepted;
    NewReception refused;
    Error error;
};

UntilRefused accept_until_refused(Store& store, Random& random) {
    std::vector<NewReception> accepted;
    for (;;) {
        auto reception = large_reception(PackageId::make(morning(), random));
        const auto answer = store.accept(reception);
        if (!answer) return {std::move(accepted), std::move(reception), answer.error()};
        accepted.push_back(std::move(reception));
        REQUIRE(accepted.size() < 1000);
    }
}

/// Files of this process cannot grow past `bytes` while this lives: a full disk that needs no root.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        rlimit tight{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        (void)std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

/// A disk of its own, if this user may mount one.
class SmallDisk {
public:
    explicit SmallDisk(const fs::path& where) : where_(where) {
        fs::create_directories(where);
        mounted_ = ::mount("tmpfs", where.c_str(), "tmpfs", 0, "size=1m") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(where_.c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool mounted() const { return mounted_; }
    [[nodiscard]] bool remount(unsigned long flags, const char* options) const {
        return ::mount("tmpfs", where_.c_str(), "tmpfs", MS_REMOUNT | flags, options) == 0;
    }

private:
    fs::path where_;
    bool mounted_ = false;
};

void check_all_there(Store& store, const UntilRefused& run) {
    CHECK(store.list()->size() == run.accepted.size());
    for (const auto& reception : run.accepted) CHECK(*store.load(reception.package_id) == reception);
    CHECK(store.find(run.refused.package_id).error().code == Errc::NotFound);
    CHECK(store.verify()->empty());
}

}  // namespace

TEST_CASE("when files cannot grow, the refused reception is not there and the accepted ones all are",
          "[reception][disk]") {
    Office office;
    auto store = office.store();
    std::optional<UntilRefused> run;
    {
        const FileSizeLimit limit(700'000);
        run = accept_until_refused(store, office.random);
    }

    INFO(run->error.detail);
    CHECK(run->error.code == Errc::ReadOnly);  // SQLite tells a full disk from a limit, and this is a limit
    REQUIRE(run->accepted.size() >= 3);
    check_all_there(store, *run);
    CHECK(store.accept(run->refused));  // space is back: the same visit goes through without a restart
    CHECK(store.verify()->empty());
}

TEST_CASE("on a full disk nothing accepted is lost, and with space the same visit goes through",
          "[reception][disk]") {
    Office office;
    const SmallDisk disk(office.place.state);
    if (!disk.mounted()) {
        WARN("not allowed to mount a small disk here: only the file size limit was tried");
        return;
    }
    auto store = office.store();
    const auto run = accept_until_refused(store, office.random);

    CHECK(run.error.code == Errc::DiskFull);
    REQUIRE(run.accepted.size() >= 3);
    check_all_there(store, run);
    REQUIRE(disk.remount(0, "size=8m"));
    CHECK(store.accept(run.refused));
    CHECK(office.store().list()->size() == run.accepted.size() + 1);
}

TEST_CASE("a disk that became read-only is said to be so, and receptions come back with it",
          "[reception][disk]") {
    Office office;
    const SmallDisk disk(office.place.state);
    if (!disk.mounted()) {
        WARN("not allowed to mount a small disk here");
        return;
    }
    const auto reception = plain_reception(office.new_id());
    const auto late = plain_reception(office.new_id());
    REQUIRE(office.store().accept(reception));  // and closed: a mounted disk with open writers stays writable

    REQUIRE(disk.remount(MS_RDONLY, "size=1m"));
    const auto refused = Store::open(office.place, office.random);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::ReadOnly);

    REQUIRE(disk.remount(0, "size=1m"));
    auto store = office.store();
    CHECK(store.accept(late));
    CHECK(*store.load(reception.package_id) == reception);
}

TEST_CASE("a database held by another program is busy, not lost", "[reception][disk]") {
    Office office;
    auto store = office.store();
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(database_file(office.place).c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    const auto reception = plain_reception(office.new_id());

    CHECK(store.accept(reception).error().code == Errc::Busy);

    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    CHECK(store.accept(reception)->number == "1122-001");
}

TEST_CASE("something that is not a database is said to be damaged", "[reception][disk]") {
    Office office;
    REQUIRE(prepare(office.place));
    std::ofstream(database_file(office.place)) << std::string(8192, 'x');

    CHECK(Store::open(office.place, office.random).error().code == Errc::Altered);
}
