#include "forms/pack/cases.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

std::vector<Decision> decided_with(const std::string& setting, const std::string& value) {
    static std::vector<Loaded> kept;
    kept.push_back(with_setting(setting, value));
    REQUIRE(kept.back().usable());
    const auto answers = yoshibe(kept.back().pack);
    return decide(kept.back().pack, answers.context, answers.facts);
}

}  // namespace

TEST_CASE("a city that names the new head itself asks for no notice", "[model-city]") {
    CHECK(decision_of(decided_with("householder_change_ex_officio", "true"), "householder_change").outcome ==
          Outcome::DoesNotApply);
}

TEST_CASE("the funeral grant is what the city's ordinance says", "[model-city]") {
    for (const auto* yen : {"20000", "30000", "50000", "70000"})
        CHECK(decision_of(decided_with("nhi_funeral_grant_yen", yen), "nhi_funeral_grant").amount ==
              std::stoll(yen));
}

TEST_CASE("a city that wants My Number cards back says so", "[model-city]") {
    CHECK(decision_of(decided_with("my_number_card_return", "false"), "my_number_card_return").outcome ==
          Outcome::DoesNotApply);
    CHECK(decision_of(decided_with("my_number_card_return", "true"), "my_number_card_return").outcome ==
          Outcome::Applies);
}

TEST_CASE("a city that settles premiums at the counter lists them", "[model-city]") {
    const auto decisions = decided_with("premium_settled_by_letter", "false");
    CHECK(decision_of(decisions, "nhi_premium_settlement").outcome == Outcome::Applies);
    CHECK(decision_of(decisions, "care_premium").outcome == Outcome::Applies);
    CHECK(decision_of(decisions, "late_elderly_premium").outcome == Outcome::DoesNotApply);
}

TEST_CASE("a city's days for a moped move its date", "[model-city]") {
    CHECK(decision_of(decided_with("moped_report_days", "30"), "moped_change").deadline->date ==
          *date_from_iso("2026-12-17"));
}

TEST_CASE("nothing about a disaster is said until the city opens the relief", "[model-city]") {
    CHECK(decision_of(decided_with("disaster_relief_open", "false"), "disaster_condolence").outcome ==
          Outcome::DoesNotApply);
    CHECK(decision_of(decided_with("disaster_relief_open", "true"), "disaster_condolence").outcome ==
          Outcome::Ask);
}

TEST_CASE("a city without seal registration cards to give back asks for none", "[model-city]") {
    CHECK(decision_of(decided_with("seal_registration_return", "true"), "seal_registration_return").outcome ==
          Outcome::Applies);
    CHECK(
        decision_of(decided_with("seal_registration_return", "false"), "seal_registration_return").outcome ==
        Outcome::DoesNotApply);
}

TEST_CASE("an orphans' allowance is shown only where the city has one", "[model-city]") {
    for (const auto* has : {"true", "false"}) {
        const auto loaded = with_setting("orphan_allowance", has);
        const auto families = load_cases(model_city());
        const auto found = std::ranges::find(
            families.cases, "A mother raising a child alone, with the child rearing allowance", &Case::name);
        REQUIRE(found != families.cases.end());
        auto facts = found->facts;
        facts.set("child.single_parent", {Value(true), Provenance::Resident});
        const auto decisions = decide(loaded.pack, {found->event, found->as_of}, facts);
        CHECK(decision_of(decisions, "orphan_allowance").outcome ==
              (std::string(has) == "true" ? Outcome::Applies : Outcome::DoesNotApply));
    }
}
