#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "kiosk/output/package.hpp"
#include "kiosk/reception/sealer.hpp"
#include "kiosk/reception/store.hpp"

// What the disk and the seal cost: commits a second, one seal, one export.

namespace {

namespace fs = std::filesystem;
using namespace kiosk;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begun) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

struct Spread {
    std::vector<double> times;
    void line(const char* what) {
        std::ranges::sort(times);
        double sum = 0;
        for (const auto time : times) sum += time;
        const auto at = [&](double part) {
            return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
        };
        fmt::print("{:<42} {:>8.0f}/s   p50 {:.2f} ms   p99 {:.2f} ms\n", what,
                   1000.0 * static_cast<double>(times.size()) / sum, at(0.5), at(0.99));
    }
};

reception::NewReception typical(const reception::PackageId& id, reception::Moment now) {
    reception::NewReception one{.package_id = id, .created_at = now};
    one.municipality_code = "999998";
    one.counter = "A1";
    one.event = "bereavement";
    for (int i = 0; i < 4; ++i)
        one.persons.push_back({.id = fmt::format("household[{}]", i),
                               .role = "世帯員",
                               .fields = {{"name", {"見本 花子", "card"}}}});
    for (int i = 0; i < 60; ++i)
        one.answers.push_back({.item = fmt::format("item.{}", i),
                               .label = "項目",
                               .value = "true",
                               .text = "はい",
                               .source = "resident"});
    for (int i = 0; i < 12; ++i)
        one.documents.push_back(
            {.id = fmt::format("sheet_{}", i), .title = "様式", .pdf = reception::Bytes(40'000, 0x41)});
    return one;
}

}  // namespace

int main() {
    auto pattern = (fs::current_path() / "bench-state-XXXXXX").string();
    const fs::path folder = ::mkdtemp(pattern.data());
    reception::SystemRandom random;
    auto store = reception::Store::open({folder / "state", folder / "key" / "key"}, random);
    if (!store) return 1;
    const reception::Moment now{std::chrono::sys_days(std::chrono::year{2026} / 11 / 22),
                                std::chrono::hours(9)};

    Spread commits, small, exports, seals;
    std::vector<reception::PackageId> ids;
    for (int i = 0; i < 200; ++i) {
        const auto one = typical(reception::PackageId::make(now, random), now);
        const auto begun = Clock::now();
        if (!store->accept(one)) return 1;
        commits.times.push_back(milliseconds_since(begun));
        ids.push_back(one.package_id);
    }
    for (int i = 0; i < 1000; ++i) {
        const auto begun = Clock::now();
        if (!store->reserve_number(reception::PackageId::make(now, random), "B1", now)) return 1;
        small.times.push_back(milliseconds_since(begun));
    }
    const auto profile = output::load_profile(KAKANAI_SOURCE_DIR "/assets/profiles/utf8-lossless.toml");
    output::DiskFiles files;
    for (int i = 0; i < 50 && profile; ++i) {
        const auto begun = Clock::now();
        if (!output::export_package(*store, ids[static_cast<std::size_t>(i)], *profile,
                                    folder / "state" / "outbox", files, {now, "bench", "A1"}))
            return 1;
        exports.times.push_back(milliseconds_since(begun));
    }
    const reception::Sealer sealer(reception::Key{});
    const reception::Bytes row(20'000, 0x41);
    for (int i = 0; i < 2000; ++i) {
        const auto begun = Clock::now();
        (void)sealer.seal(row, "place", random);
        seals.times.push_back(milliseconds_since(begun));
    }
    commits.line("reception, 12 sheets of 40 kB, committed");
    small.line("number reserved, committed");
    exports.line("package of 12 sheets, on disk");
    seals.line("20 kB sealed (AES-256-GCM)");
    fs::remove_all(folder);
    return 0;
}
