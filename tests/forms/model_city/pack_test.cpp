#include <map>
#include <sstream>

#include "forms/commands.hpp"
#include "forms/interview/cases.hpp"
#include "forms/interview/families.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/check.hpp"
#include "forms/pack/codes.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

TEST_CASE("the model city's pack has nothing a check would name", "[model-city]") {
    const auto loaded = load_pack(kCity);
    for (const auto& problem : check(loaded)) {
        // A row the city has switched off in its settings; settings_test switches each on.
        if (problem.code == codes::kNeverApplies) continue;
        FAIL_CHECK(problem.file << ":" << problem.line << " " << problem.message);
    }
    CHECK(loaded.usable());
}

TEST_CASE("every family of the cases gets the list the law gives them", "[model-city]") {
    const auto cases = load_cases(model_city());
    CHECK(cases.problems.empty());
    const auto report = run_cases(model_city(), cases.cases);
    for (const auto& each : report.disappointments) FAIL_CHECK(each.name << ": " << each.what);
    CHECK(std::ranges::count(cases.cases, "bereavement", &Case::event) >= 60);
    CHECK(std::ranges::none_of(cases.cases, [](const Case& each) { return each.law.empty(); }));
}

TEST_CASE(
    "the mock-ups' family has thirteen procedures with the mock-ups' dates, and is told of four elsewhere",
    "[model-city]") {
    const auto answers = yoshibe(model_city());
    const auto decisions = decide(model_city(), answers.context, answers.facts);
    std::map<std::string, std::string> found;
    for (const auto& each : decisions)
        if (each.outcome != Outcome::DoesNotApply)
            found[each.procedure] = (each.outcome == Outcome::Ask ? "? " : "") +
                                    (each.deadline ? iso_text(each.deadline->date) : "-");
    const std::map<std::string, std::string> drawn{{"householder_change", "2026-12-01"},
                                                   {"nhi_householder_change", "2026-12-01"},
                                                   {"care_loss", "2026-12-01"},
                                                   {"pension_death_report", "? 2026-12-01"},
                                                   {"nhi_loss", "2026-12-02"},
                                                   {"moped_change", "2026-12-02"},
                                                   {"property_owner_report", "2027-02-17"},
                                                   {"nhi_funeral_grant", "2028-11-20"},
                                                   {"unpaid_pension", "2031-11-17"},
                                                   {"nhi_high_cost", "? -"},
                                                   {"tax_representative", "-"},
                                                   {"water_change", "-"},
                                                   {"seal_registration_return", "-"},
                                                   {"renounce_inheritance", "? 2027-02-17"},
                                                   {"final_tax_return", "2027-03-17"},
                                                   {"inheritance_tax", "2027-09-17"},
                                                   {"property_registration", "2029-11-19"}};
    CHECK(found == drawn);
}

TEST_CASE("COVERAGE.md is what the cases see now, and leaves nothing unexplained", "[model-city]") {
    std::ostringstream table, complaints;
    CHECK(command_coverage(kCity, {}, table, complaints) == kFine);
    // Written by: kakanai-forms coverage forms/model-city >forms/model-city/COVERAGE.md
    CHECK(contents(kCity / "COVERAGE.md") == table.str());
}

TEST_CASE(
    "a family after a death meets fifteen screens of questions in the middle and never more than thirty",
    "[model-city]") {
    const auto families = load_cases(model_city());
    std::vector<int> counts;
    for (const auto& family : families.cases) {
        if (family.event != "bereavement") continue;
        const auto visit = play_family(model_city(), family);
        INFO(family.name);
        CHECK(visit.questions.size() <= 30);
        counts.push_back(static_cast<int>(visit.questions.size()));
    }
    CHECK(median(counts) <= 15);
}

TEST_CASE("the README's table is what the pack says", "[model-city]") {
    std::ostringstream table, complaints;
    CHECK(command_table(kCity, {}, table, complaints) == kFine);
    const auto readme = contents(kCity / "README.md");
    const std::string mark = "<!-- table -->\n";
    const auto at = readme.find(mark);
    REQUIRE(at != std::string::npos);
    CHECK(readme.substr(at + mark.size()) == table.str());
}

TEST_CASE("no place for a signature is ever bound to a value, and every application has one",
          "[model-city]") {
    for (const auto& sheet : model_city().sheets) {
        INFO(sheet.id);
        CHECK(std::ranges::any_of(sheet.fields,
                                  [](const Field& field) { return field.kind == FieldKind::Signature; }));
        for (const auto& field : sheet.fields)
            if (field.kind == FieldKind::Signature)
                CHECK((field.item.empty() && field.literal.empty() && !field.value.given()));
    }
}
