#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

TEST_CASE("the number is shown only once the reception is stored", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review().next();
    visitor.sees<Submitting>();
    REQUIRE(visitor.asked_for<command::Submit>());

    visitor.does(event::Accepted{visitor.visit(), {"1122-014", {{"葬祭費支給申請書", 1}}}});

    CHECK(visitor.sees<Printing>().receipt.number == "1122-014");
}

TEST_CASE("a full disk keeps every answer and can be tried again", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_review().next();

    visitor.does(event::AcceptFailed{visitor.visit(), AcceptTrouble::StoreFull});

    CHECK(visitor.sees<Trouble>().kind == TroubleKind::StoreFull);
    CHECK(visitor.asked_for<command::CallStaff>()->reason == command::CallReason::Store);
    SECTION("again") {
        visitor.does(event::RetryPressed{});
        visitor.sees<Submitting>();
        CHECK(visitor.asked_for<command::Submit>()->submission.facts.find("bank.account"));
    }
    SECTION("or from the review") {
        visitor.back();
        visitor.sees<Review>();
    }
}

TEST_CASE("each paper is followed until all are out, then the goodbye comes by itself", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_printing();

    visitor.does(event::PaperMoved{visitor.visit(), 0, PaperState::Printing});
    CHECK(visitor.sees<Printing>().receipt.papers.at(0).state == PaperState::Printing);
    visitor.does(event::PaperMoved{visitor.visit(), 0, PaperState::Printed});
    visitor.sees<Printing>();
    visitor.does(event::PaperMoved{visitor.visit(), 1, PaperState::Printed});

    CHECK(visitor.sees<Finish>().receipt.number == "1122-014");
    CHECK(visitor.sees<Finish>().first_counter == "citizen");
}

TEST_CASE("a printer without paper calls a clerk once and goes on by itself", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_printing();

    visitor.does(event::PrinterChanged{visitor.visit(), PrinterTrouble::NoPaper});
    CHECK(visitor.asked_for<command::CallStaff>()->reason == command::CallReason::Printer);
    CHECK(visitor.sees<Printing>().trouble == PrinterTrouble::NoPaper);
    visitor.does(event::PrinterChanged{visitor.visit(), PrinterTrouble::NoPaper});
    CHECK(visitor.wanted.empty());

    visitor.does(event::PrinterChanged{visitor.visit(), std::nullopt});
    CHECK_FALSE(visitor.sees<Printing>().trouble);
}

TEST_CASE("nobody has to wait for a printer: the rest comes from a clerk", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_printing().does(event::PaperMoved{visitor.visit(), 0, PaperState::Printed});

    visitor.does(event::PrintingLeft{});

    CHECK(visitor.asked_for<command::StopPrinting>());
    CHECK(visitor.sees<Finish>().receipt.papers.at(0).state == PaperState::Printed);
    CHECK(visitor.sees<Finish>().receipt.papers.at(1).state == PaperState::AtDesk);
}

TEST_CASE("the slip can be had once more", "[kiosk][model]") {
    Visitor visitor;
    visitor.reaches_printing().does(event::PrintingLeft{});

    visitor.does(event::SlipAgainPressed{});
    CHECK(visitor.asked_for<command::PrintSlipAgain>());
    visitor.does(event::SlipAgainPressed{});
    CHECK_FALSE(visitor.asked_for<command::PrintSlipAgain>());
}

TEST_CASE("the end leaves nothing of the visitor", "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::TextSizeChosen{150}).does(event::LanguageChosen{"en"});
    visitor.reaches_printing().does(event::PrintingLeft{});
    const auto left = visitor.visit();

    visitor.next();

    visitor.sees<Start>();
    CHECK(visitor.asked_for<command::Forget>()->visit == left);
    CHECK(visitor.model.visit.facts.empty());
    CHECK(visitor.model.visit.trail.empty());
    CHECK(visitor.model.preferences == Preferences{});
    CHECK(visitor.visit() != left);
}
