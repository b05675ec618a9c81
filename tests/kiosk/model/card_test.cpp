#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;
using cardreader::Errc;

namespace {

cardreader::Error error(Errc code, int tries_left = 0) {
    return {.code = code, .tries_left = tries_left};
}

}  // namespace

TEST_CASE("choosing what happened asks for the card and watches the reader", "[kiosk][model]") {
    Visitor visitor;

    visitor.does(event::LifeEventChosen{"bereavement"});

    visitor.sees<PlaceCard>();
    CHECK(visitor.asked_for<command::WatchCard>());
    CHECK(visitor.model.visit.today == kToday);
}

TEST_CASE("a life event this kiosk cannot do calls a clerk and stays where it is", "[kiosk][model]") {
    Visitor visitor;

    visitor.does(event::LifeEventChosen{"birth"});

    visitor.sees<Start>();
    CHECK(std::holds_alternative<StaffCalled>(visitor.model.overlay));
    CHECK(visitor.asked_for<command::CallStaff>());
}

TEST_CASE("a card on the reader opens the PIN pad, which asks the card for its tries first",
          "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::LifeEventChosen{"bereavement"});

    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Present});

    CHECK_FALSE(visitor.sees<EnterPin>().tries_left);
    CHECK(visitor.asked_for<command::ReadTries>());
    visitor.does(event::TriesAnswered{visitor.visit(), cardreader::Entry::ByPin, 3});
    CHECK(visitor.sees<EnterPin>().tries_left == 3);
}

TEST_CASE("a card whose PIN is locked is said so before a digit is typed", "[kiosk][model]") {
    Visitor visitor;
    visitor.lays_card();

    visitor.does(event::TriesAnswered{visitor.visit(), cardreader::Entry::ByPin, 0});

    CHECK(visitor.sees<EnterPin>().trouble == error(Errc::PinLocked));
}

TEST_CASE("next does nothing until four digits are in", "[kiosk][model]") {
    Visitor visitor;
    visitor.lays_card().types("123");

    visitor.next();
    visitor.sees<EnterPin>();
    CHECK(visitor.wanted.empty());

    visitor.types("4").next();
    visitor.sees<Reading>();
    CHECK(visitor.asked_for<command::ReadCard>());
}

TEST_CASE("the PIN leaves the model with the command", "[kiosk][model]") {
    Visitor visitor;

    visitor.enters_pin();

    const auto& pin = std::get<cardreader::Pin>(visitor.asked_for<command::ReadCard>()->secret);
    CHECK(std::string(pin.bytes().begin(), pin.bytes().end()) == "1234");
    visitor.sees<Reading>();  // which holds no digits
}

TEST_CASE("a fifth digit is ignored and a typed one can be taken back", "[kiosk][model]") {
    Visitor visitor;
    visitor.lays_card().types("12345").does(event::DigitErased{}).types("9").next();

    const auto& pin = std::get<cardreader::Pin>(visitor.asked_for<command::ReadCard>()->secret);
    CHECK(std::string(pin.bytes().begin(), pin.bytes().end()) == "1239");
}

TEST_CASE("a wrong PIN comes back to an empty pad with the tries that remain", "[kiosk][model]") {
    Visitor visitor;
    visitor.enters_pin();

    visitor.does(event::CardRead{visitor.visit(), cardreader::fail(error(Errc::WrongPin, 2))});

    const auto& pad = visitor.sees<EnterPin>();
    CHECK(pad.entry.size() == 0);
    CHECK(pad.tries_left == 2);
    CHECK(pad.trouble == error(Errc::WrongPin, 2));
}

TEST_CASE("a card lifted while it is read is asked for again", "[kiosk][model]") {
    Visitor visitor;
    visitor.enters_pin();

    visitor.does(event::CardRead{visitor.visit(), cardreader::fail(error(Errc::CardRemoved))});

    CHECK(visitor.sees<PlaceCard>().trouble == error(Errc::CardRemoved));
    CHECK_FALSE(visitor.sees<PlaceCard>().lift_first);
    CHECK(visitor.asked_for<command::WatchCard>());
}

TEST_CASE("a card that is no My Number card has to be lifted before the next is looked at",
          "[kiosk][model]") {
    Visitor visitor;
    visitor.enters_pin();
    visitor.does(event::CardRead{visitor.visit(), cardreader::fail(error(Errc::UnknownCard))});

    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Present});
    visitor.sees<PlaceCard>();

    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Absent});
    CHECK(visitor.sees<PlaceCard>().trouble == error(Errc::UnknownCard));  // still says why
    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Present});
    visitor.sees<EnterPin>();
}

TEST_CASE("lifting the card while the PIN is typed asks for it again and forgets the digits",
          "[kiosk][model]") {
    Visitor visitor;
    visitor.lays_card().types("12");

    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Absent});

    CHECK(visitor.sees<PlaceCard>().trouble == error(Errc::CardRemoved));
}

TEST_CASE("lifting the card once it has been read is what everybody does", "[kiosk][model]") {
    Visitor visitor;
    visitor.is_read();

    visitor.does(event::CardSeen{visitor.visit(), event::Presence::Absent});

    CHECK_FALSE(visitor.sees<ConfirmCard>().card_present);
    visitor.next();
    visitor.sees<Question>();
}

TEST_CASE("what the card said becomes facts only when it has been confirmed", "[kiosk][model]") {
    Visitor visitor;
    visitor.is_read();
    CHECK(visitor.model.visit.facts.empty());

    visitor.next();

    const auto* name = visitor.model.visit.facts.find("applicant.name");
    REQUIRE(name);
    CHECK(name->from == forms::Provenance::Card);
    CHECK(std::get<std::string>(*name->value) == "𠮷邉󠄐　健一");
    CHECK(visitor.model.visit.identity == Identity::Card);
}

TEST_CASE("no reader and no service say so and leave the way without a card open", "[kiosk][model]") {
    const auto code = GENERATE(Errc::NoReader, Errc::NoService, Errc::NotPermitted);
    Visitor visitor;
    visitor.does(event::LifeEventChosen{"bereavement"});

    visitor.does(event::CardSeen{visitor.visit(), cardreader::fail(error(code))});

    CHECK(visitor.sees<PlaceCard>().trouble == error(code));
    visitor.does(event::NoCardChosen{});
    visitor.sees<Question>();
    CHECK(visitor.model.visit.identity == Identity::Typed);
}

TEST_CASE("a forgotten PIN is replaced by the number printed on the card", "[kiosk][model]") {
    Visitor visitor;
    visitor.lays_card().does(event::PinForgotten{});
    visitor.does(event::TriesAnswered{visitor.visit(), cardreader::Entry::ByNumberB, 10});

    visitor.types("58080920300123").next();

    const auto& secret = visitor.asked_for<command::ReadCard>()->secret;
    CHECK(std::holds_alternative<cardreader::NumberB>(secret));
    visitor.does(event::CardRead{visitor.visit(), cardreader::fail(error(Errc::WrongPin, 9))});
    CHECK(visitor.sees<EnterNumberB>().tries_left == 9);
}

TEST_CASE("a card that never answers is given up and asked for again", "[kiosk][model]") {
    Visitor visitor;
    visitor.enters_pin();

    visitor.waits(*next_deadline(visitor.model) - visitor.now);

    CHECK(visitor.sees<PlaceCard>().trouble == error(Errc::CardSilent));
    CHECK(visitor.sees<PlaceCard>().lift_first);
}

TEST_CASE("an answer for the last visitor never reaches the next one", "[kiosk][model]") {
    Visitor visitor;
    visitor.enters_pin();
    const auto left = visitor.visit();
    visitor.does(event::StopPressed{}).does(event::StopConfirmed{});
    visitor.enters_pin();

    visitor.does(event::CardRead{left, Visitor::holder()});

    visitor.sees<Reading>();
    CHECK(visitor.visit() != left);
}

TEST_CASE("what is wrong on the card calls a clerk and is remembered for the paper", "[kiosk][model]") {
    Visitor visitor;
    visitor.is_read();

    visitor.does(event::CardDisputed{});

    CHECK(visitor.model.visit.card_disputed);
    CHECK(visitor.asked_for<command::CallStaff>());
    visitor.does(event::PanelClosed{}).next();
    visitor.sees<Question>();
}

TEST_CASE("how the check of the card ended is kept for the clerk, back and forth, and not shown",
          "[kiosk][model]") {
    const cardreader::Authenticity failed{.verdict = cardreader::Verdict::Failed,
                                          .failed_at = cardreader::CheckStep::Items};
    Visitor visitor;
    visitor.enters_pin();
    auto holder = Visitor::holder();
    holder.authenticity = failed;
    visitor.does(event::CardRead{visitor.visit(), holder});
    CHECK(visitor.sees<ConfirmCard>().authenticity == failed);
    CHECK_FALSE(visitor.sees<ConfirmCard>().needs_eyes);

    visitor.next();
    CHECK(visitor.model.visit.authenticity == failed);
    visitor.does(event::BackPressed{});
    CHECK(visitor.sees<ConfirmCard>().authenticity == failed);
}
