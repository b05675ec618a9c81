#include <catch2/catch.hpp>

#include <set>

#include "forms/pack/check.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/load.hpp"
#include "tests/forms/pack/broken_packs.hpp"

using namespace forms;

namespace {

std::vector<std::string> findings(const std::vector<PackFile>& files) {
    std::vector<std::string> found;
    for (const auto& each : check(load_files(files)))
        found.push_back(each.file + ":" + std::to_string(each.line) + ":" + std::to_string(each.column) +
                        " " + each.code);
    return found;
}

}  // namespace

TEST_CASE("the pack that the broken ones are made from has nothing to report", "[forms][check]") {
    CHECK(findings({{"pack.toml", kSoundPack}}).empty());
}

TEST_CASE("each broken pack is answered with exactly its file, line, column and code", "[forms][check]") {
    for (const auto& broken : kBrokenPacks) {
        INFO(broken.what);
        CHECK(findings(broken.files()) == broken.expected);
    }
}

TEST_CASE("every code has a broken pack that shows it", "[forms][check]") {
    // These need a folder, a blank PDF or cases, and have tests of their own.
    std::set<std::string, std::less<>> shown{"not-a-pack", "file-unreadable", "blank-missing",
                                             "unknown-procedure", "unused-sheet",
                                             // found by filling, so shown in tests/forms/sheets
                                             "blank-unusable", "field-overflow"};
    for (const auto& broken : kBrokenPacks)
        for (const auto& line : broken.expected) shown.insert(line.substr(line.rfind(' ') + 1));
    for (const auto& code : all_codes()) {
        INFO(code.id);
        CHECK(shown.contains(code.id));
    }
}
