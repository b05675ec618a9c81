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

TEST_CASE("a child brought up by the deceased is not 20 yet", "[model-city]") {
    const Told raised{"family.child18", true};
    CHECK(impossible_with({raised, {"child.birth_date", day(2006, 11, 17)}}) == Ids{"child_grown_up"});
    CHECK(impossible_with({raised, {"child.birth_date", day(2006, 11, 18)}}).empty());
}

TEST_CASE("a grandchild older than the grandparent is asked again", "[model-city]") {
    const Told grandchild{"applicant.relationship", std::string("grandchild")};
    CHECK(impossible_with({grandchild, {"deceased.birth_date", day(1983, 8, 10)}}) ==
          Ids{"grandchild_too_old"});
    CHECK(impossible_with({grandchild}).empty());
}

TEST_CASE("a birth tomorrow is asked again", "[model-city]") {
    const auto born = [](Date date) {
        Facts facts;
        facts.set("birth.date", {Value(date), Provenance::Resident});
        return impossible(model_city(), {"birth", day(2026, 11, 22)}, facts).size();
    };
    CHECK(born(day(2026, 11, 23)) == 1);
    CHECK(born(day(2026, 11, 22)) == 0);
}

TEST_CASE("nobody is in late-elderly care before the day that makes them 65 in law", "[model-city]") {
    const Told late{"deceased.health_insurance", std::string("late_elderly")};
    const Told sibling{"applicant.relationship", std::string("sibling")};
    CHECK(impossible_with({late, sibling, {"deceased.birth_date", day(1961, 11, 19)}}) ==
          Ids{"late_elderly_too_young"});
    CHECK(impossible_with({late, sibling, {"deceased.birth_date", day(1961, 11, 18)}}).empty());
}

TEST_CASE("a move goes to another address", "[model-city]") {
    const auto ids_of = [](const std::string& from, const std::string& to) {
        Facts facts;
        facts.set("move.kind", {Value(std::string("within")), Provenance::Resident});
        facts.set("applicant.address", {Value(from), Provenance::Card});
        facts.set("move.new_address", {Value(to), Provenance::Resident});
        Ids ids;
        for (const auto* each : impossible(model_city(), {"moving", day(2026, 11, 22)}, facts))
            ids.push_back(each->id);
        return ids;
    };
    CHECK(ids_of("言葉県書かない市本町１丁目", "言葉県書かない市本町１丁目") == Ids{"move_to_same_address"});
    CHECK(ids_of("言葉県書かない市本町１丁目", "言葉県書かない市緑町４丁目").empty());
}
