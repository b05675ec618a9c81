#include "kiosk/model/deadlines.hpp"
#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

TEST_CASE("the grieving are asked after six minutes, others after a minute and a half", "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::LifeEventChosen{"moving"}).waits(kWarnAfter);
    CHECK(std::holds_alternative<TimeOut>(visitor.model.overlay));

    Visitor grieving;
    grieving.does(event::LifeEventChosen{"bereavement"}).waits(kWarnAfter);
    CHECK(std::holds_alternative<std::monostate>(grieving.model.overlay));
    grieving.waits(3 * kWarnAfter);
    CHECK(std::holds_alternative<TimeOut>(grieving.model.overlay));
}

TEST_CASE("going on keeps everything, as often as one likes", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions();

    for (int i = 0; i < 12; ++i) {
        visitor.waits(4 * kWarnAfter);
        REQUIRE(std::holds_alternative<TimeOut>(visitor.model.overlay));
        visitor.does(event::ContinuePressed{});
    }

    visitor.sees<Question>();
    CHECK(visitor.model.visit.facts.find("applicant.name"));
}

TEST_CASE("a touch beside the button gives more time but does not act on what lies beneath",
          "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().waits(4 * kWarnAfter);
    visitor.now += 3 * kReactWithin;

    visitor.does(event::Touched{});

    CHECK(std::get<TimeOut>(visitor.model.overlay).closes_at == visitor.now + 4 * kReactWithin);
}

TEST_CASE("nobody there: the screen closes, a clerk hears of it, nothing is left", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().waits(4 * kWarnAfter);

    visitor.waits(4 * kReactWithin);

    visitor.sees<Start>();
    CHECK(visitor.asked_for<command::CallStaff>()->reason == command::CallReason::TimedOut);
    CHECK(visitor.asked_for<command::Forget>());
    CHECK(visitor.model.visit.facts.empty());
}

TEST_CASE("stopping asks once and then forgets", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().does(event::StopPressed{});
    CHECK(visitor.model.visit.facts.find("applicant.name"));

    visitor.does(event::StopConfirmed{});

    visitor.sees<Start>();
    CHECK(visitor.model.visit.facts.empty());
}

TEST_CASE("a stop that was not asked about does nothing", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().does(event::StopConfirmed{});

    visitor.sees<Question>();
}

TEST_CASE("resting hides the screen, keeps the answers and ends after half an hour", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions().does(event::RestPressed{}).waits(kRestAtMost - 1ms);
    visitor.does(event::ContinuePressed{});
    CHECK(visitor.model.visit.facts.find("applicant.name"));

    visitor.does(event::RestPressed{}).waits(kRestAtMost);
    visitor.sees<Start>();
    CHECK(visitor.model.visit.facts.empty());
}

TEST_CASE("a language chosen at the start and left goes back to Japanese", "[kiosk][model]") {
    Visitor visitor;
    CHECK_FALSE(next_deadline(visitor.model));  // an untouched start screen wants no waking up
    visitor.does(event::LanguageChosen{"en"});

    visitor.waits(kStartResets);

    CHECK(visitor.model.preferences == Preferences{});
}

TEST_CASE("a pack with errors closes the kiosk until it is mended", "[kiosk][model]") {
    Visitor visitor;

    visitor.does(event::PackJudged{.usable = false});
    CHECK(visitor.sees<Trouble>().kind == TroubleKind::PackBroken);
    visitor.does(event::RetryPressed{}).back().next();
    visitor.sees<Trouble>();
    CHECK_FALSE(next_deadline(visitor.model));

    visitor.does(event::PackJudged{.usable = true});
    visitor.sees<Start>();
}

TEST_CASE("a day that begins during a visit does not change what that visit counts from", "[kiosk][model]") {
    Visitor visitor;
    visitor.begins_questions();

    visitor.does(event::DayBegan{std::chrono::year{2026} / 11 / 23});

    CHECK(visitor.model.visit.today == kToday);
    CHECK(visitor.model.setup.today == forms::Date(std::chrono::year{2026} / 11 / 23));
}
