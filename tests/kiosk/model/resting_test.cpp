#include "kiosk/model/deadlines.hpp"
#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

namespace {

/// Somebody in the middle of the questions who rests under the number 1122-014.
struct Rested : Visitor {
    Rested() {
        begins_questions().does(event::RestPressed{});
        REQUIRE(asked_for<command::ReserveNumber>());
        does(event::NumberReserved{visit(), "1122-014"});
    }
    [[nodiscard]] const Resting* resting() const { return std::get_if<Resting>(&model.overlay); }
};

}  // namespace

TEST_CASE("whoever rests is told a number and comes back with its last three digits", "[kiosk][model]") {
    Rested visitor;
    CHECK(visitor.resting()->number == "1122-014");

    visitor.does(event::RestNumberNoted{}).types("014").does(event::ContinuePressed{});

    CHECK_FALSE(visitor.resting());
    visitor.sees<Question>();
    CHECK(visitor.model.visit.facts.find("applicant.name"));
}

TEST_CASE("while the number is on the screen going on needs none", "[kiosk][model]") {
    Rested visitor;
    visitor.does(event::ContinuePressed{});
    CHECK_FALSE(visitor.resting());
}

TEST_CASE("the number hides itself after a while", "[kiosk][model]") {
    Rested visitor;
    visitor.waits(4 * kNumberShown - 1ms);
    CHECK_FALSE(visitor.resting()->noted);
    visitor.waits(1ms);
    REQUIRE(visitor.resting());
    CHECK(visitor.resting()->noted);
    CHECK(visitor.model.visit.facts.find("applicant.name"));
}

TEST_CASE("another number does not uncover the visit, and three bring a clerk", "[kiosk][model]") {
    Rested visitor;
    visitor.does(event::RestNumberNoted{});
    for (int i = 1; i <= kWrongNumbers; ++i) {
        CHECK_FALSE(visitor.asked_for<command::CallStaff>());
        visitor.types("015").does(event::ContinuePressed{});
        REQUIRE(visitor.resting());
        CHECK(visitor.resting()->wrong == i);
        CHECK(visitor.resting()->typed.empty());
    }
    CHECK(visitor.asked_for<command::CallStaff>());
}

TEST_CASE("fewer digits are not a try, and digits can be taken back", "[kiosk][model]") {
    Rested visitor;
    visitor.does(event::RestNumberNoted{}).types("14").does(event::ContinuePressed{});
    REQUIRE(visitor.resting());
    CHECK(visitor.resting()->wrong == 0);
    visitor.does(event::DigitErased{}).does(event::DigitErased{}).types("0149");
    CHECK(visitor.resting()->typed == "014");
    visitor.does(event::DigitsCleared{});
    CHECK(visitor.resting()->typed.empty());
}

TEST_CASE("nothing but the number leads out of a rest", "[kiosk][model]") {
    const std::vector<Event> tries{
        event::LanguagePanelOpened{}, event::TextSizePanelOpened{}, event::PanelClosed{},
        event::StaffButtonPressed{},  event::BackPressed{},         event::NextPressed{},
        event::StopPressed{},         event::StopConfirmed{},       event::ContinuePressed{},
        event::RestPressed{},         event::LanguageChosen{"en"},  event::UnknownPicked{},
        event::RestNumberNoted{},     event::DigitErased{},         event::DigitsCleared{}};
    Rested visitor;
    visitor.does(event::RestNumberNoted{});
    for (const auto& first : tries)
        for (const auto& second : tries) {
            visitor.does(first).does(second);
            REQUIRE(visitor.resting());
        }
    CHECK(visitor.model.visit.facts.find("applicant.name"));
}

TEST_CASE("a clerk who is called finds the visit still hidden", "[kiosk][model]") {
    Rested visitor;
    visitor.does(event::StaffButtonPressed{});
    CHECK(visitor.asked_for<command::CallStaff>());
    CHECK(visitor.resting());
}

TEST_CASE("a store that has no number to give hides the screen all the same", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().does(event::RestPressed{}).does(event::NumberReserved{visitor.visit(), ""});
    visitor.does(event::RestNumberNoted{});
    REQUIRE(std::holds_alternative<Resting>(visitor.model.overlay));
    visitor.does(event::ContinuePressed{});
    visitor.sees<Question>();
    CHECK(std::holds_alternative<std::monostate>(visitor.model.overlay));
}

TEST_CASE("resting a second time needs no second number", "[kiosk][model]") {
    Rested visitor;
    visitor.does(event::ContinuePressed{}).does(event::RestPressed{});
    CHECK_FALSE(visitor.asked_for<command::ReserveNumber>());
    CHECK(visitor.resting()->number == "1122-014");
}

TEST_CASE("a number that comes after its visitor left is nobody's", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().does(event::RestPressed{});
    const auto gone = visitor.visit();
    visitor.waits(kRestAtMost);
    visitor.sees<Start>();
    visitor.does(event::LifeEventChosen{"bereavement"}).does(event::NumberReserved{gone, "1122-014"});
    CHECK(visitor.model.visit.number.empty());
}

TEST_CASE("after half an hour of rest everything is forgotten, whatever was typed meanwhile",
          "[kiosk][model]") {
    Rested visitor;
    visitor.waits(kRestAtMost / 2).types("9").waits(kRestAtMost / 2);
    visitor.sees<Start>();
    CHECK(visitor.model.visit.facts.empty());
    CHECK(visitor.asked_for<command::CallStaff>()->reason == command::CallReason::TimedOut);
}
