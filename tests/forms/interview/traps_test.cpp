#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const Pack& model_city() {
    static const Loaded loaded = load_pack(std::filesystem::path(KAKANAI_SOURCE_DIR) / "forms/model-city");
    REQUIRE(loaded.usable());
    return loaded.pack;
}

/// A father of 72 in 国民健康保険 who lived with two adults; each test changes what it is about.
Facts plain_family() {
    return facts_of({{"deceased.birth_date", Date{1954y / 5 / 3}},
                     {"deceased.death_date", Date{2026y / 11 / 17}},
                     {"deceased.health_insurance", "national_health"},
                     {"deceased.left_company_insurance", false},
                     {"deceased.care_certified", false},
                     {"deceased.care_pending", false},
                     {"household.head", true},
                     {"household.others", true},
                     {"household.two_adults", true},
                     {"household.nhi_member", true},
                     {"funeral.situation", "mourner"},
                     {"funeral.date", Date{2026y / 11 / 20}},
                     {"deceased.pension", "basic"},
                     {"property.land", true},
                     {"deceased.debts", true},
                     {"family.child18", false}});
}

Decision decided(const Facts& facts, const std::string& procedure) {
    const auto decisions = decide(model_city(), {"bereavement", 2026y / 11 / 28}, facts);
    const auto found = std::ranges::find(decisions, procedure, &Decision::procedure);
    REQUIRE(found != decisions.end());
    return *found;
}

Outcome outcome(Facts facts, std::initializer_list<Said> changes, const std::string& procedure) {
    for (const auto& each : changes) facts.set(each.key, {each.value, Provenance::Resident});
    return decided(facts, procedure).outcome;
}

Date deadline(Facts facts, std::initializer_list<Said> changes, const std::string& procedure) {
    for (const auto& each : changes) facts.set(each.key, {each.value, Provenance::Resident});
    const auto decision = decided(facts, procedure);
    INFO(procedure);
    REQUIRE(decision.deadline);
    return decision.deadline->date;
}

}  // namespace

TEST_CASE("65歳到達: who dies on the day before the 65th birthday was insured for care", "[forms][trap]") {
    CHECK(outcome(plain_family(), {{"deceased.birth_date", Date{1961y / 11 / 18}}}, "care_loss") ==
          Outcome::Applies);
    CHECK(outcome(plain_family(), {{"deceased.birth_date", Date{1961y / 11 / 19}}}, "care_loss") ==
          Outcome::DoesNotApply);
}

TEST_CASE(
    "75歳到達: 後期高齢者医療 begins on the 75th birthday itself, so 74 may not be told its card by age",
    "[forms][trap]") {
    const Facts elder = [] {
        auto facts = plain_family();
        facts.set("deceased.health_insurance", {Value{std::string("late_elderly")}, Provenance::Resident});
        return facts;
    }();

    CHECK(outcome(elder, {{"deceased.birth_date", Date{1951y / 11 / 17}}}, "late_elderly_loss") ==
          Outcome::Applies);
    CHECK(outcome(elder, {{"deceased.birth_date", Date{1951y / 11 / 17}}}, "nhi_loss") ==
          Outcome::DoesNotApply);
}

TEST_CASE("障害認定: at 65 to 74 the insurance is what the card says, not what the age says",
          "[forms][trap]") {
    CHECK(
        outcome(plain_family(),
                {{"deceased.birth_date", Date{1956y / 1 / 1}}, {"deceased.health_insurance", "late_elderly"}},
                "late_elderly_funeral_grant") != Outcome::DoesNotApply);
    CHECK(outcome(plain_family(), {{"deceased.birth_date", Date{1956y / 1 / 1}}}, "nhi_funeral_grant") ==
          Outcome::Applies);
}

TEST_CASE("世帯主変更: with one aged 15 or over left nobody needs to be named", "[forms][trap]") {
    CHECK(outcome(plain_family(), {}, "householder_change") == Outcome::Applies);
    CHECK(outcome(plain_family(), {{"household.two_adults", false}}, "householder_change") ==
          Outcome::DoesNotApply);
    CHECK(outcome(plain_family(), {{"household.two_adults", std::nullopt}}, "householder_change") ==
          Outcome::Ask);
}

TEST_CASE("擬制世帯主: a head in his company's insurance still led the 国民健康保険 of his family",
          "[forms][trap]") {
    CHECK(outcome(plain_family(), {{"deceased.health_insurance", "company"}}, "nhi_householder_change") ==
          Outcome::Applies);
    CHECK(outcome(plain_family(), {{"deceased.health_insurance", "company"}, {"household.nhi_member", false}},
                  "nhi_householder_change") == Outcome::DoesNotApply);
}

TEST_CASE("葬祭費: two years from the day after the funeral, not from the death", "[forms][trap]") {
    CHECK(deadline(plain_family(), {}, "nhi_funeral_grant") == Date{2028y / 11 / 20});
    CHECK(deadline(plain_family(), {{"funeral.date", Date{2026y / 12 / 1}}}, "nhi_funeral_grant") ==
          Date{2028y / 12 / 1});
}

TEST_CASE(
    "死亡一時金と寡婦年金: both are shown to choose from; with a survivor's basic pension there is no lump "
    "sum",
    "[forms][trap]") {
    auto family = plain_family();
    for (const auto& said :
         {Said{"deceased.birth_date", Date{1963y / 5 / 3}}, Said{"deceased.pension", "none"},
          Said{"deceased.np_paid", "ten_years"}, Said{"spouse.widow", true}, Said{"spouse.living", true},
          Said{"deceased.np1", true}})
        family.set(said.key, {said.value, Provenance::Resident});

    CHECK(outcome(family, {}, "widow_pension") == Outcome::Applies);
    CHECK(outcome(family, {}, "death_lump_sum") == Outcome::Applies);
    CHECK(outcome(family, {{"family.child18", true}, {"deceased.survivor_insured", true}},
                  "death_lump_sum") == Outcome::DoesNotApply);
}

TEST_CASE("森林: ninety days, also before the estate is divided", "[forms][trap]") {
    CHECK(deadline(plain_family(), {{"property.forest", true}}, "forest_report") == Date{2027y / 2 / 15});
}

TEST_CASE(
    "3か月は90日ではない: from 30 November they end on the last of February, a Sunday, and so on Monday",
    "[forms][trap]") {
    CHECK(deadline(plain_family(), {{"deceased.death_date", Date{2026y / 11 / 30}}},
                   "renounce_inheritance") == Date{2027y / 3 / 1});
    CHECK(deadline(plain_family(), {{"deceased.death_date", Date{2026y / 8 / 1}}}, "renounce_inheritance") ==
          Date{2026y / 11 / 2});
}

TEST_CASE("閉庁日: a fourteenth day in the new year's closure moves to the first open day", "[forms][trap]") {
    CHECK(deadline(plain_family(), {{"deceased.death_date", Date{2026y / 12 / 16}}}, "householder_change") ==
          Date{2027y / 1 / 4});
    CHECK(deadline(plain_family(), {{"deceased.death_date", Date{2026y / 9 / 7}}}, "householder_change") ==
          Date{2026y / 9 / 24});
}
