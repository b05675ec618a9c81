#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/forms/sheets/paper_trial.hpp"

// The program as staff run it: kakanai-forms, with the model city's example family.

namespace {

namespace fs = std::filesystem;

const std::string kProgram = KAKANAI_BINARY_DIR "/forms/kakanai-forms";
const std::string kPack = KAKANAI_SOURCE_DIR "/forms/model-city";
const std::string kVisit = kPack + " --answers " + kPack + "/examples/yoshibe.json";

// Fills into a folder as a machine with another language, time zone, home and folder would.
void fill_as(const TrialFolder& folder, const std::string& name, const std::string& machine) {
    const auto out = folder.file(name).string();
    const auto said = run("cd / && env " + machine + " " + kProgram + " fill " + kVisit +
                          " --number 1122-014 --out " + out + " 2>&1");
    INFO(said.words);
    REQUIRE(said.code == 0);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("two machines with other settings make the same papers, byte for byte",
          "[forms][sheets][commands]") {
    const TrialFolder folder;
    fill_as(folder, "here", "LC_ALL=C.UTF-8 TZ=Asia/Tokyo");
    fill_as(folder, "again", "LC_ALL=C.UTF-8 TZ=Asia/Tokyo");
    fill_as(folder, "there",
            "-i PATH=/usr/bin HOME=/nonexistent LC_ALL=POSIX LANG=de_DE.UTF-8 TZ=Pacific/Kiritimati");
    const auto names = names_in(folder.file("here"));
    CHECK(names.size() > 5);
    CHECK(std::ranges::find(names, "slip.pdf") != names.end());
    for (const auto& name : names) {
        INFO(name);
        CHECK(run("qpdf --check " + (folder.file("here") / name).string() + " 2>&1").code == 0);
    }
    for (const auto* other : {"again", "there"}) {
        REQUIRE(names_in(folder.file(other)) == names);
        for (const auto& name : names) {
            INFO(other << "/" << name);
            CHECK(read_file(folder.file("here") / name) == read_file(folder.file(other) / name));
        }
    }
}

TEST_CASE("preview leaves a picture, and import says what it cannot take", "[forms][sheets][commands]") {
    const TrialFolder folder;
    const auto png = folder.file("a.png").string();
    const auto shown =
        run(kProgram + " preview " + kVisit + " nhi_funeral_grant_application --dpi 40 --png " + png);
    CHECK(shown.code == 0);
    CHECK(read_file(png).starts_with("\x89PNG"));

    const auto blank = kPack + "/sheets/death_notice.pdf";
    const auto refused = run(kProgram + " import " + blank + " 2>&1");
    CHECK(refused.code != 0);
    CHECK(refused.words.find("入力欄 (AcroForm) がありません") != std::string::npos);
}
