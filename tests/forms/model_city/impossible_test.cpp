#include "forms/interview/impossible.hpp"

#include "forms/interview/cases.hpp"
#include "forms/pack/cases.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d);
}

struct Told {
    std::string item;
    Value value;
};

/// What is impossible about the mock-ups' family once this has been told as well.
std::vector<std::string> impossible_with(const std::vector<Told>& told) {
    auto answers = yoshibe(model_city());
    for (const auto& each : told) answers.facts.set(each.item, {each.value, Provenance::Resident});
    std::vector<std::string> ids;
    for (const auto* each : impossible(model_city(), answers.context, answers.facts)) ids.push_back(each->id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a family there can be is asked nothing again", "[model-city]") {
    CHECK(impossible_with({}).empty());
    const auto cases = load_cases(model_city());
    for (const auto& each : cases.cases) {
        INFO(each.name);
        CHECK(impossible(model_city(), {each.event, each.as_of}, each.facts).empty());
    }
}

TEST_CASE("a death before the birth is asked again", "[model-city]") {
    CHECK(impossible_with({{"deceased.birth_date", day(2026, 11, 18)}}) ==
          Ids{"death_before_birth", "child_older_than_parent"});
    CHECK(impossible_with({{"deceased.birth_date", day(2026, 11, 17)},
                           {"applicant.relationship", std::string("sibling")}})
              .empty());
}

TEST_CASE("a death tomorrow is asked again", "[model-city]") {
    CHECK(impossible_with({{"deceased.death_date", day(2026, 11, 23)},
                           {"funeral.date", day(2026, 11, 25)}}) == Ids{"death_tomorrow"});
}

TEST_CASE("a funeral before the death is asked again", "[model-city]") {
    CHECK(impossible_with({{"funeral.date", day(2026, 11, 16)}}) == Ids{"funeral_before_death"});
    CHECK(impossible_with({{"funeral.date", day(2026, 11, 17)}}).empty());
}

TEST_CASE("a spouse younger than 16 is asked again, on either side", "[model-city]") {
    const Told spouse{"applicant.relationship", std::string("spouse")};
    CHECK(impossible_with({spouse, {"applicant.birth_date", day(2010, 11, 18)}}) == Ids{"spouse_too_young"});
    CHECK(impossible_with({spouse, {"applicant.birth_date", day(2010, 11, 17)}}).empty());
    CHECK(impossible_with({spouse, {"deceased.birth_date", day(2015, 1, 1)}}) == Ids{"spouse_too_young"});
}

TEST_CASE("a child older than the parent is asked again", "[model-city]") {
    CHECK(impossible_with({{"deceased.birth_date", day(1990, 1, 1)}}) == Ids{"child_older_than_parent"});
    CHECK(impossible_with({{"applicant.relationship", std::string("parent")}}) ==
          Ids{"child_older_than_parent"});
    CHECK(impossible_with(
              {{"applicant.relationship", std::string("parent")}, {"deceased.birth_date", day(2001, 1, 1)}})
              .empty());
}

TEST_CASE("the person applying and the one who died are not the same", "[model-city]") {
    const auto facts = yoshibe(model_city()).facts;
    const Told name{"deceased.name", *facts.value("applicant.name")};
    CHECK(impossible_with({name}).empty());
    CHECK(impossible_with({name,
                           {"deceased.birth_date", *facts.value("applicant.birth_date")},
                           {"applicant.relationship", std::string("sibling")}}) ==
          Ids{"applicant_is_the_deceased"});
}

TEST_CASE("an insurance that ends at 75 is asked again from that birthday on", "[model-city]") {
    const Told born_75_years_before{"deceased.birth_date", day(1951, 11, 17)};
    for (const auto* insurance : {"national_health", "company", "company_dependent", "nhi_union"}) {
        const Told insured{"deceased.health_insurance", std::string(insurance)};
        INFO(insurance);
        CHECK(impossible_with({born_75_years_before, insured}) == Ids{"another_insurance_at_75"});
        CHECK(impossible_with({{"deceased.birth_date", day(1951, 11, 18)}, insured}).empty());
    }
    for (const auto* insurance : {"late_elderly", "public_assistance"})
        CHECK(impossible_with({born_75_years_before, {"deceased.health_insurance", std::string(insurance)}})
                  .empty());
}
