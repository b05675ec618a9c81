#include "cardreader/pcsc/desk.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/line.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using namespace std::chrono_literals;

namespace {

Result<FourItems> read_from(const Desk& desk, std::string_view pin) {
    const auto digits = Pin::from_digits(pin);
    return with_card<FourItems>(desk, [&](Session& card) { return read_four_items(card, *digits); });
}

Result<FourItems> read_person(const Desk& desk, const virtual_card::Persona& person) {
    return read_from(desk, person.pin);
}

Desk impatient_desk() {
    return {.reader = {}, .reader_free_within = 1s, .card_answers_within = 1s};
}

}  // namespace

TEST_CASE("no pcscd, no reader of that name and no card are three different things", "[pcsc]") {
    PrivatePcscd pcscd;

    CHECK(read_from({}, "1234").error().code == Errc::NoCard);
    CHECK(read_from({.reader = "another"}, "1234").error().code == Errc::NoReader);
    pcscd.kill();
    CHECK(read_from({}, "1234").error().code == Errc::NoService);
    pcscd.start();
    CHECK(read_from({}, "1234").error().code == Errc::NoCard);
}

TEST_CASE("a card on any reader is read, and its rights end with the reading", "[pcsc]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person), PrivatePcscd::kSecondReader);

    const auto items = read_person({}, person);

    REQUIRE(items);
    CHECK(items->name == person.name);
    const auto refused = with_card<StatusWord>({}, [](Session& card) -> Result<StatusWord> {
        (void)card.transmit(hex("00A4040C0AD3921000310001010408"));
        return card.transmit(hex("00B0820000"))->status;
    });
    CHECK(refused.value() == StatusWord{0x6982});
}

TEST_CASE("a stranger's card in one reader does not hide the My Number card in the other", "[pcsc]") {
    const PrivatePcscd pcscd;
    virtual_card::Chip tuner_card{.atr = hex("3BF01200FF9181B17C451F0399"), .applications = {}};
    LaidCard tuner(virtual_card::FaultyCard(virtual_card::SoftwareCard(tuner_card)),
                   PrivatePcscd::kFirstReader);
    CHECK(read_from({}, "1234").error().code == Errc::UnknownCard);

    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person), PrivatePcscd::kSecondReader);

    CHECK(read_person({}, person).value().name == person.name);
    CHECK(read_person({.reader = PrivatePcscd::kFirstName}, person).error().code == Errc::UnknownCard);
    CHECK(read_person({.reader = PrivatePcscd::kSecondName}, person).value().name == person.name);
}

TEST_CASE("a card that never answers is given up in time, and the same program reads the next one",
          "[pcsc]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person, {{.kind = virtual_card::FaultKind::Silent, .at = 3}}));
    const auto begun = std::chrono::steady_clock::now();

    CHECK(read_person(impatient_desk(), person).error().code == Errc::CardSilent);

    CHECK(std::chrono::steady_clock::now() - begun < 8s);
    CHECK(read_person(impatient_desk(), person).error().code == Errc::ReaderBusy);
    laid.lift();
    LaidCard next(card_of(person));
    CHECK(read_person(impatient_desk(), person).value().name == person.name);
}

TEST_CASE("the watch tells of cards and of pcscd coming and going, and stops when told to", "[pcsc]") {
    PrivatePcscd pcscd;
    Watch watch;
    CHECK(watch.now().presence == Presence::NoCard);
    std::stop_source stop;
    {
        LaidCard laid(card_of(persona("yoshibe")));
        CHECK(watch.next(stop.get_token())->presence == Presence::Card);
        laid.lift();
        CHECK(watch.next(stop.get_token())->presence == Presence::NoCard);
    }
    pcscd.kill();
    CHECK(watch.next(stop.get_token())->presence == Presence::NoService);
    pcscd.start();
    auto sight = watch.next(stop.get_token());
    while (sight->presence != Presence::NoCard)
        sight = watch.next(stop.get_token());  // readers appear one by one

    std::jthread later([&] {
        std::this_thread::sleep_for(50ms);
        stop.request_stop();
    });
    const auto begun = std::chrono::steady_clock::now();
    while (watch.next(stop.get_token())) {
    }
    CHECK(std::chrono::steady_clock::now() - begun < 8s);
}

TEST_CASE("the watch of one reader does not mistake another's card for its own", "[pcsc]") {
    const PrivatePcscd pcscd;
    LaidCard laid(card_of(persona("yoshibe")), PrivatePcscd::kFirstReader);

    CHECK(Watch(PrivatePcscd::kFirstName).now().presence == Presence::Card);
    CHECK(Watch(PrivatePcscd::kSecondName).now().presence == Presence::NoCard);
    CHECK(Watch("another").now().presence == Presence::NoReader);
}

TEST_CASE("two programs read one card two hundred times each and none is wrong", "[pcsc]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person));
    const std::string program = KAKANAI_REPEAT_READER " 200 '" + person.name + "'";
    const auto one = "echo " + person.pin + " | " + program;

    const auto both = run_shell("{ " + one + " & " + one + "; wait; }");

    CHECK(both.out == "0\n0\n");
    laid.lift();
    CHECK(laid.card().card().verifications() == 400);
}

TEST_CASE("a reader that another program holds is busy for as long as that lasts", "[pcsc]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person));
    {
        const auto other = pcsc::Line::open(PrivatePcscd::kFirstName, 1s, 1s);
        REQUIRE(other);
        CHECK(read_person(impatient_desk(), person).error().code == Errc::ReaderBusy);
    }
    CHECK(read_person(impatient_desk(), person).value().name == person.name);
}

TEST_CASE("a reader that is held does not keep the card in the other one from being read", "[pcsc]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard held(card_of(persona("yoshida-hanako")), PrivatePcscd::kFirstReader);
    LaidCard reachable(card_of(person), PrivatePcscd::kSecondReader);
    const auto other = pcsc::Line::open(PrivatePcscd::kFirstName, 1s, 1s);
    REQUIRE(other);

    CHECK(read_person(impatient_desk(), person).value().name == person.name);
}
