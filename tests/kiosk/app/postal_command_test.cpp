#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/app/command.hpp"
#include "kiosk/writing/postal.hpp"

using namespace kiosk;

namespace {

struct Run {
    explicit Run(std::vector<std::string> arguments) {
        code =
            command_postal(arguments, {.environment = {}, .now = {}, .assets = {}, .out = &out, .err = &err});
    }
    std::ostringstream out, err;
    int code = -1;
};

const std::string kList = KAKANAI_SOURCE_DIR "/tests/kiosk/writing/ken_all.csv";

}  // namespace

TEST_CASE("a city makes its table of postal codes with one command", "[app][postal]") {
    const auto table =
        (std::filesystem::temp_directory_path() / ("kakanai-table-" + std::to_string(::getpid()))).string();

    const Run made({kList, "--out", table, "--json"});
    CHECK(made.code == 0);
    CHECK(nlohmann::json::parse(made.out.str())["places"] == 10);
    CHECK(writing::PostalTable(table).places("0000123").size() == 1);
    CHECK(Run({KAKANAI_SOURCE_DIR "/LICENSE", "--out", table}).code == 1);
    std::filesystem::remove(table);
}

TEST_CASE("wrong usage and files that cannot be opened are told apart", "[app][postal]") {
    CHECK(Run({}).code == 2);
    CHECK(Run({kList}).code == 2);
    CHECK(Run({"/no/such/list", "--out", "/tmp/never-made"}).code == 3);
    CHECK(Run({kList, "--out", "/no/such/folder/table"}).code == 3);
    CHECK(Run({"--help"}).code == 0);
    CHECK(Run({"/no/such/list", "--out", "/tmp/never-made", "--lang", "en"}).err.str().find("cannot open") !=
          std::string::npos);
}
