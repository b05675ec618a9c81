#include "forms/interview/interview.hpp"

#include <algorithm>

#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const Context kToday{"bereavement", 2026y / 11 / 22};

const Decision& of(const std::vector<Decision>& decisions, const std::string& id) {
    const auto found = std::ranges::find(decisions, id, &Decision::procedure);
    REQUIRE(found != decisions.end());
    return *found;
}

std::string next_id(const Pack& pack, const Facts& facts) {
    const auto step = next_step(pack, kToday, facts);
    return step ? step->question->id : "";
}

/// Everything answered: national health, a funeral, aged 72, one child of ten.
Facts finished() {
    return facts_of({{"applicant.name", "山田 太郎"},
                     {"deceased.health_insurance", "national_health"},
                     {"funeral.held", true},
                     {"funeral.date", Date{2026y / 11 / 20}},
                     {"deceased.birth_date", Date{1954y / 5 / 3}},
                     {"deceased.death_date", Date{2026y / 11 / 17}},
                     {"child.count", 1},
                     {"child[1].birth_date", Date{2016y / 1 / 1}}});
}

}  // namespace

TEST_CASE("at first every procedure is a question, none is left out", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);

    const auto decisions = decide(pack, kToday, {});

    REQUIRE(decisions.size() == 4);
    for (const auto& each : decisions) {
        CHECK(each.outcome == Outcome::Ask);
        CHECK_FALSE(each.settled);
    }
}

TEST_CASE("a question behind a gate waits until the gate's own question is answered", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = facts_of({{"applicant.name", "山田 太郎"}});

    CHECK(next_id(pack, facts) == "insurance");
    facts.set("deceased.health_insurance", {Value{std::string("national_health")}, Provenance::Resident});
    CHECK(next_id(pack, facts) == "funeral");
    facts.set("deceased.health_insurance", {Value{std::string("employee")}, Provenance::Resident});
    CHECK(next_id(pack, facts) == "dates");
}

TEST_CASE("a step says which procedures an answer can still change, through the gate too",
          "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);

    const auto step = next_step(pack, kToday, facts_of({{"applicant.name", "山田 太郎"}}));

    REQUIRE(step);
    CHECK(step->why_procedures == std::vector<std::string>{"grant", "card_return"});
    CHECK(step->decides);
}

TEST_CASE("what a card or a record told is not asked", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = facts_of({{"applicant.name", "山田 太郎"}}, Provenance::Card);
    facts.set("deceased.health_insurance", {Value{std::string("employee")}, Provenance::Record});

    CHECK(next_id(pack, facts) == "dates");
    const auto standings = survey(pack, kToday, facts);
    CHECK(std::ranges::count(standings, QuestionState::Supplied, &Standing::state) == 2);
}

TEST_CASE("わからない is not asked again and leaves a clerk's question with who can tell",
          "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.set("deceased.health_insurance", {std::nullopt, Provenance::Resident});

    CHECK(next_id(pack, facts) == "");
    const auto decisions = decide(pack, kToday, facts);
    const auto& card = of(decisions, "card_return");
    CHECK(card.outcome == Outcome::Ask);
    CHECK(card.settled);
    CHECK(card.reasons.front().words.ja == "健康保険がわからないため");
    REQUIRE(card.missing.size() == 1);
    CHECK(card.missing.front().answered);
    CHECK(card.missing.front().who.ja == "職員が市の記録で確かめます");
}

TEST_CASE("after わからない the questions behind that gate are still asked", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    const auto facts =
        facts_of({{"applicant.name", "山田 太郎"}, {"deceased.health_insurance", std::nullopt}});

    CHECK(next_id(pack, facts) == "funeral");
}

TEST_CASE("a finished interview has every outcome, its reasons, its deadline and its amount",
          "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);

    const auto decisions = decide(pack, kToday, finished());

    CHECK(next_id(pack, finished()) == "");
    const auto& grant = of(decisions, "grant");
    CHECK(grant.outcome == Outcome::Applies);
    REQUIRE(grant.reasons.size() == 3);
    CHECK(grant.reasons[0].words.ja == "国民健康保険で、お葬式をされたため");
    CHECK(grant.reasons[0].items == std::vector<std::string>{"deceased.health_insurance", "funeral.held"});
    CHECK(grant.reasons[1].words.ja == "健康保険：国民健康保険");
    CHECK(grant.reasons[1].words.in("en") == "Health insurance: National Health Insurance");
    REQUIRE(grant.deadline);
    CHECK(grant.deadline->date == Date{2028y / 11 / 20});
    CHECK(grant.deadline_rule.ja == "お葬式の日の翌日から2年以内");
    CHECK(grant.amount == 50000);
    CHECK(of(decisions, "care").reasons[1].words.ja == "年齢：72");
    CHECK(of(decisions, "allowance").reasons[1].words.ja == "お子さん（1人目）の年齢：10");
}

TEST_CASE("a procedure that does not apply says which fact kept it out", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.set("funeral.held", {Value{false}, Provenance::Resident});

    const auto decisions = decide(pack, kToday, facts);

    const auto& grant = of(decisions, "grant");
    CHECK(grant.outcome == Outcome::DoesNotApply);
    REQUIRE(grant.reasons.size() == 1);
    CHECK(grant.reasons[0].words.ja == "お葬式：いいえ");
    CHECK_FALSE(grant.deadline);
}

TEST_CASE("the day a deadline counts from is asked, and a last day on a Saturday moves to Monday",
          "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.erase("funeral.date");

    CHECK(next_id(pack, facts) == "funeral_date");
    CHECK_FALSE(next_step(pack, kToday, facts)->decides);
    facts.set("funeral.date",
              {Value{Date{2024y / 11 / 23}}, Provenance::Resident});  // two years on is 2026-11-23
    CHECK(of(decide(pack, kToday, facts), "grant").deadline->date == Date{2026y / 11 / 23});
    facts.set("funeral.date", {Value{Date{2024y / 11 / 22}}, Provenance::Resident});  // a Sunday
    const auto deadline = of(decide(pack, kToday, facts), "grant").deadline;
    REQUIRE(deadline);
    CHECK(deadline->by_calendar == Date{2026y / 11 / 22});
    CHECK(deadline->date == Date{2026y / 11 / 23});
    CHECK(deadline->rolled());
}

TEST_CASE("a rule counts only between its dates", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);

    CHECK(decide(pack, {"bereavement", 2026y / 3 / 31}, {}).size() == 5);
    CHECK(decide(pack, {"bereavement", 2026y / 4 / 1}, {}).size() == 4);
}

TEST_CASE("an answer behind a gate that closed is kept, does not count, and returns when the gate opens",
          "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    const auto before = finished();
    auto closed = before;
    closed.set("deceased.health_insurance", {Value{std::string("employee")}, Provenance::Resident});

    const auto counted = reachable(pack, kToday, closed);
    CHECK(counted.find("funeral.held") == nullptr);
    CHECK(counted.find("funeral.date") == nullptr);
    CHECK(counted.find("deceased.birth_date") != nullptr);
    CHECK(reachable(pack, kToday, before).value("funeral.held") != nullptr);

    const auto changes = what_changes(pack, kToday, before, closed);
    const auto has = [&](Change::Kind kind, const std::string& id) {
        return std::ranges::any_of(changes,
                                   [&](const Change& each) { return each.kind == kind && each.id == id; });
    };
    CHECK(changes.size() == 4);
    CHECK(has(Change::Kind::OutcomeChanged, "grant"));
    CHECK(has(Change::Kind::OutcomeChanged, "card_return"));
    CHECK(has(Change::Kind::AnswerSuspended, "funeral.held"));
    CHECK(has(Change::Kind::AnswerSuspended, "funeral.date"));
    CHECK(std::ranges::any_of(what_changes(pack, kToday, closed, before),
                              [](const Change& each) { return each.kind == Change::Kind::AnswerRestored; }));
}

TEST_CASE("what is computed is part of what counts", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);

    const auto counted = reachable(pack, kToday, finished());

    REQUIRE(counted.value("deceased.age") != nullptr);
    CHECK(*counted.value("deceased.age") == Value{std::int64_t{72}});
    CHECK(*counted.value("child[1].age") == Value{std::int64_t{10}});
    CHECK(counted.find("visit.date")->from == Provenance::Computed);
}

TEST_CASE("a question about children is asked once for each, under its own number", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.set("child.count", {Value{std::int64_t{3}}, Provenance::Resident});
    facts.set("child[1].birth_date", {Value{Date{2000y / 1 / 1}}, Provenance::Resident});

    auto step = next_step(pack, kToday, facts);
    REQUIRE(step);
    CHECK(step->person == 2);
    CHECK(step->keys == std::vector<std::string>{"child[2].birth_date"});

    facts.set("child[2].birth_date", {Value{Date{2016y / 1 / 1}}, Provenance::Resident});
    CHECK(next_id(pack, facts) == "");  // one minor is enough, so the third child's birthday changes nothing
}

TEST_CASE("removing a child keeps the others' numbers and answers", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.set("child.count", {Value{std::int64_t{2}}, Provenance::Resident});
    facts.set("child[2].birth_date", {Value{Date{2000y / 1 / 1}}, Provenance::Resident});

    remove_person(facts, "child", 1);

    CHECK(next_id(pack, facts) == "");
    CHECK(of(decide(pack, kToday, facts), "allowance").outcome == Outcome::DoesNotApply);
    CHECK(reachable(pack, kToday, facts).value("child[2].age") != nullptr);
}

TEST_CASE("counting fewer children leaves the later ones out", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    auto facts = finished();
    facts.set("child[2].birth_date", {Value{Date{2000y / 1 / 1}}, Provenance::Resident});

    CHECK(reachable(pack, kToday, facts).find("child[2].birth_date") == nullptr);
    CHECK(reachable(pack, kToday, facts).find("child[1].birth_date") != nullptr);
}

TEST_CASE("the number of questions to come never grows as answers are given", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    const auto all = finished();
    Facts facts;
    int of = 1000;
    int number = 0;
    for (auto step = next_step(pack, kToday, facts); step; step = next_step(pack, kToday, facts)) {
        INFO(step->question->id);
        CHECK(step->number == number + 1);
        // The count of children is the one answer that shows the person why there is more to ask.
        if (step->question->id != "child_birth") CHECK(step->of <= of);
        CHECK(step->of >= step->number);
        number = step->number;
        of = step->of;
        for (const auto& key : step->keys) facts.set(key, *all.find(key));
    }
    CHECK(number == 7);
}

TEST_CASE("the life event chooses the questions and procedures", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    const Context moving{"moving", kToday.today};

    CHECK(decide(pack, moving, {}).empty());
    const auto step = next_step(pack, moving, {});
    REQUIRE(step);
    CHECK(step->question->id == "name");
    CHECK_FALSE(next_step(pack, moving, facts_of({{"applicant.name", "山田 太郎"}})));
}

TEST_CASE("facts of the wrong type or of no item are as if nothing had been said", "[forms][interview]") {
    const auto pack = pack_of(kSmallPack);
    const auto facts = facts_of({{"funeral.held", 3},
                                 {"deceased.age", 99},
                                 {"nobody.knows", true},
                                 {"child[0].age", 3},
                                 {"child", 1}});

    CHECK(decide(pack, kToday, facts) == decide(pack, kToday, {}));
}
