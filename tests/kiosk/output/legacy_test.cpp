#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/output/charset.hpp"
#include "kiosk/output/package.hpp"
#include "tests/kiosk/output/samples.hpp"
#include "tests/support/name_vectors.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;

namespace {

/// Which vectors a set holds, from the table's own columns (counted from 0).
std::vector<bool> held_by(int column) {
    std::ifstream file(KAKANAI_SOURCE_DIR "/tests/support/name_vectors.tsv");
    std::vector<bool> held;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string cell;
        for (int i = 0; i <= column; ++i) std::getline(cells, cell, '\t');
        held.push_back(cell == "1");
    }
    return held;
}

reception::NewReception named(const std::string& name) {
    reception::SystemRandom random;
    auto reception = plain_reception(reception::PackageId::make(morning(), random));
    reception.persons[0].fields["name"].value = name;
    return reception;
}

Result<Package> package_of(const reception::NewReception& reception, const Profile& profile) {
    return build_package(reception, "1122-014", {.sequence = 1, .profile_id = profile.id}, profile);
}

}  // namespace

TEST_CASE("a legacy set takes the names it holds and refuses the others, naming the place",
          "[output][legacy]") {
    struct Set {
        const char* profile;
        int column;
        // Names with dashes and waves, where the tables of vendors and of the C library disagree: what does
        // not come back the same is refused (35: U+2015, U+2212; 36: U+301C).
        std::map<int, bool> decided_here;
    };
    const auto set = GENERATE(Set{"sjis2004", 5, {{35, false}, {36, true}}},
                              Set{"cp932-legacy", 6, {{35, false}, {36, false}}});
    const auto profile = shipped_profile(set.profile);
    const auto held = held_by(set.column);
    for (const auto& vector : name_vectors()) {
        const auto package = package_of(named(vector.text), profile);
        INFO(set.profile << " " << vector.number << " " << vector.note);
        const auto here = set.decided_here.find(vector.number);
        const bool expected =
            here != set.decided_here.end() ? here->second : held[static_cast<std::size_t>(vector.number - 1)];
        CHECK(package.has_value() == expected);
        if (!package) CHECK(package.error() == Error{Errc::Lossy, "reception.csv row 1 notifier"});
    }
}

TEST_CASE("when the municipality has signed, what is lost is written as 〓, listed and announced",
          "[output][legacy]") {
    auto profile = shipped_profile("cp932-legacy");
    profile.lossy_allowed = true;

    const auto package = package_of(named("𠮷邉\U000E0110"), profile);

    REQUIRE(package);
    const auto text = [&](const char* name) {
        const auto& bytes = package->files.at(name);
        return std::string(bytes.begin(), bytes.end());
    };
    CHECK(nlohmann::json::parse(text("manifest.json"))["lossy"] == true);
    CHECK(text("person.csv").find("\"" + *encode("〓〓", Charset::Cp932) + "\"") != std::string::npos);
    const auto list = text("chars.csv");
    CHECK(list.find(
              "\"person.csv\",\"1\",\"name_kanji\",\"1\",\"U+20BB7\",\"\",\"false\",\"false\",\"false\",\"" +
              *encode("〓", Charset::Cp932) + "\"") != std::string::npos);
    CHECK(list.find("\"person.csv\",\"1\",\"name_kanji\",\"2\",\"U+9089\",\"U+E0110\"") != std::string::npos);
    CHECK(text("reception.json").find("𠮷邉\U000E0110") != std::string::npos);  // our own words lose nothing
}

TEST_CASE("the spreadsheet profile is for eyes: byte order mark, guarded formulas, all names",
          "[output][legacy]") {
    for (const auto& vector : name_vectors()) CHECK(package_of(named(vector.text), shipped_profile("excel")));
    const auto package = package_of(named("=1+1"), shipped_profile("excel"));
    const auto& bytes = package->files.at("person.csv");
    const std::string text(bytes.begin(), bytes.end());
    CHECK(text.starts_with("\xEF\xBB\xBF\"package_id\""));
    CHECK(text.find("\"'=1+1\"") != std::string::npos);
}

TEST_CASE("every shipped profile has the same columns, so that a city may change its mind",
          "[output][legacy]") {
    const auto first = shipped_profile("utf8-lossless");
    for (const auto* id : {"excel", "cp932-legacy", "sjis2004"}) {
        const auto other = shipped_profile(id);
        REQUIRE(other.files.size() == first.files.size());
        for (std::size_t i = 0; i < first.files.size(); ++i)
            CHECK(other.files[i].columns.size() == first.files[i].columns.size());
    }
}
