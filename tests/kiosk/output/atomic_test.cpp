#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/output/package.hpp"
#include "tests/kiosk/output/samples.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;

namespace {

enum class Fate : std::uint8_t { Fail, Torn, Die };

/// The real disk until the n-th act: then it fails, or tears the file in two, or the power goes.
class Fragile final : public Files {
public:
    Fragile(int acts, Fate fate) : left_(acts), fate_(fate) {}

    Result<void> make_folder(const fs::path& folder) override {
        if (broken()) return fail(Errc::CannotWrite);
        return disk_.make_folder(folder);
    }
    Result<void> write(const fs::path& file, std::span<const std::uint8_t> bytes) override {
        if (left_ == 1 && fate_ != Fate::Fail) (void)disk_.write(file, bytes.first(bytes.size() / 2));
        if (broken()) return fail(Errc::DiskFull);
        return disk_.write(file, bytes);
    }
    Result<void> rename(const fs::path& from, const fs::path& to) override {
        if (broken()) return fail(Errc::CannotWrite);
        return disk_.rename(from, to);
    }
    Result<void> sync_folder(const fs::path& folder) override {
        if (broken()) return fail(Errc::CannotWrite);
        return disk_.sync_folder(folder);
    }
    Result<void> remove(const fs::path& file) override {
        if (broken()) return fail(Errc::CannotWrite);
        return disk_.remove(file);
    }

private:
    bool broken() {
        if (left_ == 0 || --left_ > 0) return false;
        if (fate_ == Fate::Die) _exit(9);
        return true;
    }

    DiskFiles disk_;
    int left_;
    Fate fate_;
};

bool sums_match(const fs::path& folder) {
    return std::system(
               ("cd '" + folder.string() + "' && sha256sum --status --strict -c manifest.sha256").c_str()) ==
           0;
}

fs::path only_folder(const fs::path& outbox) {
    for (const auto& entry : fs::recursive_directory_iterator(outbox))
        if (entry.is_directory() && entry.path().filename().string().starts_with("999998_"))
            return entry.path();
    return {};
}

struct Export {
    Office office;
    reception::PackageId id = office.new_id();
    Profile profile = shipped_profile("utf8-lossless");
    fs::path outbox = outbox_folder(office.place);

    Export() { REQUIRE(office.store().accept(plain_reception(id))); }
    bool run(Files& files) {
        auto store = reception::Store::open(office.place, office.random);
        return store && export_package(*store, id, profile, outbox, files, clerk());
    }
    // What an importer may rely on at any moment.
    void check_promise() const {
        const auto folder = only_folder(outbox);
        if (folder.empty() || !fs::exists(folder / "READY")) return;
        CHECK(sums_match(folder));
        CHECK(contents(folder / "READY").size() == 65);
    }
};

}  // namespace

TEST_CASE("whichever disk act fails first, READY means whole, and a second run completes",
          "[output][atomic]") {
    const auto fate = GENERATE(Fate::Fail, Fate::Torn);
    bool clean = false;
    int acts = 0;
    while (!clean) {
        Export one;
        Fragile fragile(++acts, fate);
        clean = one.run(fragile);
        INFO("act " << acts);
        one.check_promise();
        DiskFiles whole;
        REQUIRE(one.run(whole));
        CHECK(sums_match(only_folder(one.outbox)));
        REQUIRE(acts < 100);
    }
    CHECK(acts > 15);  // the loop did go through every act of an export
}

TEST_CASE("whichever disk act is the last before the power goes, READY means whole", "[output][atomic]") {
    bool clean = false;
    int acts = 0;
    while (!clean) {
        Export one;
        ++acts;
        const auto child = ::fork();
        if (child == 0) {
            Fragile fragile(acts, Fate::Die);
            _exit(one.run(fragile) ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFEXITED(status));
        REQUIRE((WEXITSTATUS(status) == 9 || WEXITSTATUS(status) == 0));
        clean = WEXITSTATUS(status) == 0;
        INFO("act " << acts);
        one.check_promise();
        DiskFiles whole;
        REQUIRE(one.run(whole));
        CHECK(sums_match(only_folder(one.outbox)));
        REQUIRE(acts < 100);
    }
    CHECK(acts > 15);
}

TEST_CASE("what an interrupted attempt left behind does not travel with the package", "[output][atomic]") {
    Export one;
    Fragile fragile(8, Fate::Torn);
    REQUIRE_FALSE(one.run(fragile));
    std::ofstream(only_folder(one.outbox) / "stranger.txt") << "left over";

    DiskFiles whole;
    REQUIRE(one.run(whole));

    CHECK_FALSE(fs::exists(only_folder(one.outbox) / "stranger.txt"));
    CHECK_FALSE(fs::exists(only_folder(one.outbox) / "READY.tmp"));
}
