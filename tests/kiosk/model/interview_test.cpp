#include "kiosk/model/results.hpp"
#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

namespace {

const std::string kInsurance = "deceased.health_insurance";
const forms::Value kNational = std::string("national_health");
const forms::Value kEmployee = std::string("employee");

}  // namespace

TEST_CASE("the first question is the first that decides; the card's name is not asked", "[kiosk][model]") {
    Visitor visitor;

    visitor.begins_questions();

    const auto& question = visitor.sees<Question>();
    CHECK(question.question == "health_insurance");
    CHECK(question.number == 1);
    CHECK(question.decides);
    REQUIRE(question.drafts.size() == 1);
    CHECK(question.drafts.front().draft == Draft(PickDraft{}));  // nothing preselected
}

TEST_CASE("without a card the name is asked, and kept as it was typed", "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::LifeEventChosen{"bereavement"}).does(event::NoCardChosen{});
    CHECK(visitor.sees<Question>().question == "applicant_name");

    visitor.writes("applicant.name", " 𠮷邉󠄐　健一 ").next();

    CHECK(std::get<std::string>(*visitor.model.visit.facts.value("applicant.name")) ==
          "𠮷邉󠄐　健一");
}

TEST_CASE("next without an answer says so and stays", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions();

    visitor.next();

    CHECK(visitor.sees<Question>().trouble == DraftTrouble::Empty);
    visitor.picks(kInsurance, kNational);
    CHECK_FALSE(visitor.sees<Question>().trouble);
}

TEST_CASE("I do not know is an answer: the procedure is found as one to be checked", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions();

    visitor.does(event::UnknownPicked{}).next();
    while (std::holds_alternative<Question>(visitor.model.screen))
        visitor.does(event::UnknownPicked{}).next();

    const auto& results = visitor.sees<Results>();
    const auto ask = std::ranges::count(results.decisions, forms::Outcome::Ask, &forms::Decision::outcome);
    CHECK(ask >= 1);
}

TEST_CASE("where I do not know is no honest answer it cannot be chosen", "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::LifeEventChosen{"bereavement"}).does(event::NoCardChosen{});
    REQUIRE(visitor.sees<Question>().question == "applicant_name");

    visitor.does(event::UnknownPicked{}).next();

    CHECK(visitor.sees<Question>().trouble == DraftTrouble::Empty);
}

TEST_CASE("going back shows the answer that was given and going on keeps the later ones", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results();

    visitor.back();
    CHECK(visitor.sees<Question>().question == "bank_account");
    visitor.back();
    CHECK(visitor.sees<Question>().question == "funeral_held");
    visitor.back();
    CHECK(visitor.sees<Question>().question == "health_insurance");
    CHECK(visitor.sees<Question>().drafts.front().draft == Draft(PickDraft{kNational}));

    visitor.next();
    CHECK(visitor.sees<Question>().drafts.front().draft == Draft(PickDraft{forms::Value(true)}));
    visitor.next();
    CHECK(visitor.sees<Question>().drafts.front().draft == Draft(DigitsDraft{"1234567", 7}));
    visitor.next();
    visitor.sees<Results>();
}

TEST_CASE("going back before the first question returns to what the card said", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().back();

    CHECK(visitor.sees<ConfirmCard>().holder.find("applicant.name"));
    visitor.next();
    CHECK(visitor.sees<Question>().question == "health_insurance");
}

TEST_CASE("a changed answer says what it undoes before it undoes it", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results().back().back().back();

    visitor.picks(kInsurance, kEmployee).next();

    REQUIRE_FALSE(visitor.sees<Question>().undoing.empty());
    CHECK(*visitor.model.visit.facts.value(kInsurance) == kNational);

    SECTION("and is made when that is wanted") {
        visitor.does(event::ChangeConfirmed{});
        CHECK(*visitor.model.visit.facts.value(kInsurance) == kEmployee);
        CHECK(visitor.sees<Results>().decisions.size() == 1);  // the funeral question is out of reach now
    }
    SECTION("and is not made when it is withdrawn") {
        visitor.does(event::ChangeWithdrawn{});
        CHECK(visitor.sees<Question>().drafts.front().draft == Draft(PickDraft{kNational}));
        CHECK(*visitor.model.visit.facts.value(kInsurance) == kNational);
    }
}

TEST_CASE("answers of no family there can be are asked again, and either of the two can be mended",
          "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results().next();
    visitor.types_date("funeral.date", "8", "11", "10").next();
    visitor.types_date("deceased.death_date", "8", "11", "17").next();

    REQUIRE(visitor.sees<Question>().impossible == "funeral_before_death");
    CHECK(visitor.model.visit.facts.value("deceased.death_date") == nullptr);

    SECTION("the one on the screen") {
        visitor.does(event::DigitsCleared{}).types_date("deceased.death_date", "8", "11", "9");
        CHECK(visitor.sees<Question>().impossible.empty());
        visitor.next();
        visitor.sees<Review>();
    }
    SECTION("the one before") {
        visitor.back().does(event::DigitsCleared{}).types_date("funeral.date", "8", "11", "20").next();
        visitor.does(event::ChangeConfirmed{});  // the deadline counts from the funeral
        visitor.does(event::DigitsCleared{}).types_date("deceased.death_date", "8", "11", "17").next();
        visitor.sees<Review>();
    }
    SECTION("also from the review, which no paper leaves") {
        visitor.does(event::DigitsCleared{}).types_date("deceased.death_date", "8", "11", "9").next();
        visitor.does(event::FixChosen{"death_date", 0});
        visitor.does(event::DigitsCleared{}).types_date("deceased.death_date", "8", "11", "17").next();
        CHECK(visitor.sees<Question>().impossible == "funeral_before_death");
        CHECK_FALSE(visitor.back().next().asked_for<command::Submit>() == nullptr);
    }
}

TEST_CASE("no paper is made of answers that cannot be true, whatever brought them there", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review();
    visitor.model.visit.facts.set("deceased.death_date", {forms::Value(kToday), forms::Provenance::Record});
    visitor.next();

    CHECK(visitor.asked_for<command::Submit>() == nullptr);
    CHECK(visitor.sees<Question>().impossible == "funeral_before_death");
}

TEST_CASE("the results list what applies, the dated first and the money apart", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results();

    const auto& results = visitor.sees<Results>();

    CHECK(results.decisions.size() == 3);
    REQUIRE(results.groups.size() == 3);
    CHECK(results.groups.at(0).kind ==
          GroupKind::DateUnknown);  // the date of death is asked after the results
    CHECK(results.groups.at(1).kind == GroupKind::Money);
    CHECK(results.groups.at(2).kind == GroupKind::NoHurry);
}

TEST_CASE("what must not wait never stands under what can wait, though it has no day", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results();
    auto loaded = forms::load_pack(KAKANAI_SOURCE_DIR "/tests/kiosk/model/pack");
    for (auto& procedure : loaded.pack.procedures) procedure.urgency = forms::Urgency::First;

    const auto results =
        results_of(loaded.pack, {visitor.model.visit.event, kToday}, visitor.model.visit.facts);

    CHECK(results.decisions.size() == 3);
    for (const auto& group : results.groups) CHECK(group.kind != GroupKind::NoHurry);
}

TEST_CASE("after the results come the facts that only paper needs, then the review", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_results().next();

    CHECK(visitor.sees<Question>().question == "funeral_date");
    CHECK_FALSE(visitor.sees<Question>().decides);
    visitor.types_date("funeral.date", "8", "11", "20").next();
    visitor.types_date("deceased.death_date", "8", "11", "17").next();

    const auto& review = visitor.sees<Review>();
    REQUIRE(review.sections.size() == 3);
    CHECK(review.sections.at(0).rows.at(0).item == "applicant.name");
    CHECK(review.sections.at(0).rows.at(0).from == forms::Provenance::Card);
    CHECK(review.sections.at(1).rows.size() == 4);
    CHECK(review.sections.at(2).rows.at(0).value == forms::Value(std::string("1234567")));
}

TEST_CASE("mending an answer returns to the review", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review();

    visitor.does(event::FixChosen{"bank_account", 0});
    CHECK(visitor.sees<Question>().for_review);
    visitor.does(event::DigitsCleared{}).types("7654321").next();

    CHECK(visitor.sees<Review>().sections.at(2).rows.at(0).value == forms::Value(std::string("7654321")));
}

TEST_CASE("going back from mending changes nothing", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review();

    visitor.does(event::FixChosen{"bank_account", 0}).does(event::DigitsCleared{}).back();

    CHECK(visitor.sees<Review>().sections.at(2).rows.at(0).value == forms::Value(std::string("1234567")));
}

TEST_CASE("what a mended answer puts out of reach is neither reviewed nor submitted", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review().does(event::FixChosen{"health_insurance", 0});

    visitor.picks(kInsurance, kEmployee).next().does(event::ChangeConfirmed{});
    CHECK(visitor.sees<Review>().sections.size() == 2);  // no bank account any more
    visitor.next();

    const auto& submission = visitor.asked_for<command::Submit>()->submission;
    CHECK_FALSE(submission.facts.find("bank.account"));
    CHECK(submission.facts.find("applicant.name"));
}

TEST_CASE("a card's fact that is mended by hand is no longer the card's", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review().does(event::FixChosen{"applicant_name", 0});

    visitor.next();
    CHECK(visitor.model.visit.facts.find("applicant.name")->from ==
          forms::Provenance::Card);  // looked at, left alone

    visitor.does(event::FixChosen{"applicant_name", 0}).writes("applicant.name", "吉辺　健一").next();
    CHECK(visitor.model.visit.facts.find("applicant.name")->from == forms::Provenance::Resident);
}
