#include <catch2/catch.hpp>

#include <set>
#include <sstream>

#include "forms/commands.hpp"
#include "forms/pack/codes.hpp"
#include "tests/forms/pack/broken_packs.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace forms;

namespace {

namespace fs = std::filesystem;

/// What `kakanai-forms check` prints of a folder: `file:line:column code` of each line but the last, which
/// counts.
std::vector<std::string> findings(const fs::path& folder) {
    std::stringstream printed;
    (void)command_check(folder, {}, printed);
    std::vector<std::string> lines;
    for (std::string line; std::getline(printed, line);) lines.push_back(line);
    REQUIRE_FALSE(lines.empty());
    lines.pop_back();
    for (auto& line : lines) line.erase(line.find(' ', line.find(' ') + 1));
    return lines;
}

void write(const BrokenPack& broken, const TemporaryFolder& folder) {
    folder.write("pack.toml", broken.text());
    if (!broken.beside.name.empty()) folder.write(broken.beside.name, broken.beside.text);
    if (broken.sheet.empty()) return;
    folder.write("sheets/s.toml", broken.sheet);
    if (broken.blank == Blank::Nonsense) folder.write("sheets/s.pdf", "no PDF");
    if (broken.blank == Blank::CityPaper)
        fs::copy_file(KAKANAI_SOURCE_DIR "/forms/model-city/sheets/dog_registration_change.pdf",
                      folder.path() / "sheets/s.pdf");
}

}  // namespace

TEST_CASE("check finds nothing in the pack that the broken ones are made from", "[forms][check]") {
    const TemporaryFolder folder;
    folder.write("pack.toml", kSoundPack);
    CHECK(findings(folder.path()).empty());
}

TEST_CASE("check prints of each broken pack exactly its file, line, column and code; every code has one",
          "[forms][check]") {
    const TemporaryFolder nothing;
    REQUIRE(findings(nothing.path()) == std::vector<std::string>{"pack.toml:0:0 not-a-pack"});
    std::set<std::string, std::less<>> shown{"not-a-pack"};
    for (const auto& broken : kBrokenPacks) {
        INFO(broken.what);
        const TemporaryFolder folder;
        write(broken, folder);
        const auto found = findings(folder.path());
        CHECK(found == broken.expected);
        for (const auto& line : found) shown.insert(line.substr(line.rfind(' ') + 1));
    }
    CHECK(kBrokenPacks.size() + 1 >= 40);
    for (const auto& code : shown) {
        INFO(code);
        CHECK(find_code(code));  // its meaning and its remedy are written down
    }
    for (const auto& code : all_codes()) {
        INFO(code.id);
        CHECK(shown.contains(code.id));
    }
}
