#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "kiosk/reception/store.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kiosk::reception::test {

namespace fs = std::filesystem;
using ::TemporaryFolder;
using namespace std::chrono_literals;

/// 2026-11-22T10:45:00+09:00, and `after` it.
inline Moment morning(std::chrono::milliseconds after = 0ms) {
    return {std::chrono::sys_days(std::chrono::year{2026} / 11 / 22) + 1h + 45min + after, 9h};
}

inline Act clerk(std::chrono::milliseconds after = 0ms) {
    return {morning(after), "s001", "A1"};
}

/// One counter's state and key, side by side.
struct Office {
    TemporaryFolder folder;
    SystemRandom random;
    Place place{folder.path() / "state", folder.path() / "key" / "key"};

    Store store() {
        auto opened = Store::open(place, random);
        if (!opened)
            FAIL("cannot open the store: " << short_code(opened.error().code) << " "
                                           << opened.error().detail);
        return *std::move(opened);
    }
    PackageId new_id() { return PackageId::make(morning(), random); }
};

inline Bytes bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

constexpr std::string_view kName = "𠮷邉󠄐 健一";

/// A small bereavement visit of an invented person; each test changes only what it is about.
inline NewReception plain_reception(const PackageId& id) {
    return {.package_id = id,
            .created_at = morning(),
            .municipality_code = "999998",
            .counter = "A1",
            .event = "bereavement",
            .event_name = "ご家族が亡くなられた",
            .identity = IdentityEvidence::Card4itemsPin,
            .card_check = "not-checked",
            .pack_id = "model-city",
            .pack_version = "2026.11",
            .persons = {{.id = "applicant",
                         .role = "届出人",
                         .fields = {{"name", {std::string(kName), "card"}},
                                    {"birth_date", {"1980-04-01", "card"}}}}},
            .procedures = {{.id = "nhi_funeral_grant",
                            .name = "国民健康保険 葬祭費",
                            .division = "保険年金課",
                            .outcome = "applies",
                            .deadline = "2028-11-20",
                            .documents = {"nhi_funeral_grant_application"}}},
            .answers =
                {{.item = "deceased.health_insurance",
                  .label = "健康保険",
                  .value = "national_health",
                  .text = "国民健康保険",
                  .source = "resident"},
                 {.item = "deceased.pension_kind", .label = "年金", .source = "resident", .unknown = true}},
            .documents = {{.id = "nhi_funeral_grant_application",
                           .title = "国民健康保険葬祭費支給申請書",
                           .division = "保険年金課",
                           .pdf = bytes_of("%PDF-1.4 first")},
                          {.id = "slip",
                           .title = "手続き案内書",
                           .in_package = false,
                           .pdf = bytes_of("%PDF-1.4 second")}}};
}

inline std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether any file below `folder` holds `text` as plain bytes.
inline bool appears_below(const fs::path& folder, std::string_view text) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && contents(entry.path()).find(text) != std::string::npos) return true;
    return false;
}

}  // namespace kiosk::reception::test
