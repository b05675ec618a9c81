#include "forms/pack/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "forms/pack/check.hpp"
#include "forms/pack/codes.hpp"

using namespace forms;

namespace {

/// The first problem of a pack of one file, as `line:column code`.
std::string first_problem(const std::string& toml) {
    const auto problems = check(load_files({{"pack.toml", toml}}));
    // A word without a reading is only a warning, and not what these packs are about.
    const auto found = std::ranges::find(problems, Severity::Error, &Problem::severity);
    if (found == problems.end()) return "";
    const auto& first = *found;
    return std::to_string(first.line) + ":" + std::to_string(first.column) + " " + first.code;
}

}  // namespace

TEST_CASE("a problem names its line and column, counting characters and not bytes", "[forms][pack]") {
    CHECK(first_problem("city = \"書かない市\"\nlable = 3\n") == "2:1 unknown-key");
    CHECK(first_problem("item.\"a.b\" = {type = \"yes_no\", label = \"健康\", lable = \"x\"}") ==
          "1:46 unknown-key");
    CHECK(first_problem("item.\"a.b\" = {label = \"健康保険\", type = \"yesno\"}") == "1:38 unknown-value");
}

TEST_CASE("a rule's problem stands at its character, also in strings of several lines", "[forms][pack]") {
    CHECK(first_problem("condition.x = \"true and missing\"") == "1:25 rule-unknown-name");
    CHECK(first_problem("condition.x = '''\ntrue and\n  missing'''") == "3:3 rule-unknown-name");
    CHECK(first_problem("condition.x = \"\"\"true and\n missing\"\"\"") == "2:2 rule-unknown-name");
}

TEST_CASE("rules that wait for each other are reported and end", "[forms][pack]") {
    CHECK(first_problem("[condition]\na = \"not b\"\nb = \"not a\"\n") == "3:6 rule-cycle");
    CHECK(first_problem("[condition]\na = \"not a\"\n") == "2:6 rule-cycle");
    CHECK(first_problem("item.\"a.b\" = {type=\"yes_no\", "
                        "label=\"x\"}\n[[question]]\nid=\"q\"\ntext=\"x\"\nasks=\"a.b\"\n"
                        "when=\"a.b\"\n") == "6:7 rule-cycle");
}

TEST_CASE("a folder without pack.toml is not a pack", "[forms][pack]") {
    const auto loaded = load_pack("/nonexistent/folder");

    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems.front().code == codes::kNotAPack);
}

TEST_CASE("every code has a meaning, an example and a remedy in both languages", "[forms][pack]") {
    for (const auto& code : all_codes()) {
        INFO(code.id);
        for (const auto text :
             {code.meaning_ja, code.meaning_en, code.example, code.remedy_ja, code.remedy_en})
            CHECK_FALSE(text.empty());
        CHECK(std::ranges::count(all_codes(), code.id, &Code::id) == 1);
    }
}
