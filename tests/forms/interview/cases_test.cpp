#include "forms/interview/cases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;

namespace {

CaseReport run(const Pack& pack, const std::string& text) {
    const auto read = read_cases(pack, text, "cases/a.toml");
    for (const auto& each : read.problems) FAIL(each.line << ':' << each.column << ' ' << each.message_en);
    return run_cases(pack, read.cases);
}

const std::string kFuneral = R"toml(
[[case]]
name = "funeral"
event = "bereavement"
as_of = 2026-11-22
facts = {"deceased.health_insurance" = "national_health", "funeral.held" = true, "funeral.date" = 2026-11-20, "child.count" = 0}
unknown = ["deceased.birth_date"]
)toml";

}  // namespace

TEST_CASE("a case that comes out as written is met", "[forms][cases]") {
    const auto report = run(pack_of(kSmallPack), kFuneral + R"toml(
expect = {applies = ["grant", "card_return"], ask = ["care"]}
dates = {grant = 2028-11-20}
reasons = {grant = "健康保険：国民健康保険"}
)toml");

    for (const auto& each : report.disappointments) UNSCOPED_INFO(each.what_en);
    CHECK(report.cases == 1);
    CHECK(report.disappointments.empty());
}

TEST_CASE("every expectation that is not met is told apart", "[forms][cases]") {
    const auto report = run(pack_of(kSmallPack), kFuneral + R"toml(
expect = {applies = ["allowance"]}
dates = {grant = 2028-11-21}
reasons = {grant = "年齢：72"}
)toml");

    std::vector<std::string> told;
    for (const auto& each : report.disappointments) told.push_back(each.what_en);
    CHECK(told == std::vector<std::string>{
                      "allowance: should be \"applies\" and is \"does not apply\" (Children: 0)",
                      "grant: is not named and is \"applies\"",
                      "card_return: is not named and is \"applies\"",
                      "care: is not named and is \"ask\"",
                      "grant: the deadline should be 2028-11-21 and is 2028-11-20",
                      "grant: \"年齢：72\" is not among its reasons",
                  });
}

TEST_CASE("coverage tells which rules were never seen true, false or unknown", "[forms][cases]") {
    const auto report = run(pack_of(kSmallPack), kFuneral + "expect = {}");

    const auto of = [&](const std::string& rule) {
        return *std::ranges::find(report.coverage, rule, &RuleCoverage::rule);
    };
    CHECK(of("procedure grant").seen_true == 1);
    CHECK(of("procedure grant").seen_false == 0);
    CHECK(of("procedure care").seen_unknown == 1);
    CHECK(of("question funeral").seen_true == 1);
    CHECK_FALSE(of("condition in_national_health").complete());
    CHECK(std::ranges::find(report.coverage, "procedure old_rule", &RuleCoverage::rule) ==
          report.coverage.end());
}

TEST_CASE("a case of unknown items, procedures or values says where", "[forms][cases]") {
    const auto pack = pack_of(kSmallPack);
    const auto read = read_cases(pack, R"toml([[case]]
name = "x"
event = "bereavement"
as_of = 2026-11-22
facts = {"deceased.age" = 3, "funeral.held" = 1}
unknown = ["child.birth_date"]
expect = {applies = ["grannt"]}
)toml",
                                 "cases/a.toml");

    std::vector<std::string> found;
    for (const auto& each : read.problems)
        found.push_back(std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.code);
    CHECK(found == std::vector<std::string>{"5:27 unknown-item", "5:47 wrong-type", "6:11 unknown-item",
                                            "7:21 unknown-procedure"});
}
