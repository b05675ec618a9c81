#include <catch2/catch.hpp>
#include <cstdio>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "cardreader/licence/read.hpp"
#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"
#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using namespace std::chrono_literals;
using virtual_card::Fault;
using virtual_card::FaultKind;

namespace {

// pcscd looks every 0.4 s, and a card that follows a lifted one sooner is never seen.
constexpr auto kTwoPolls = 900ms;

/// A card and how it is read.
struct Way {
    const char* name;
    std::function<virtual_card::Chip(const virtual_card::Persona&)> chip;
    std::function<Result<FourItems>(Session&, const virtual_card::Persona&)> read;
};

virtual_card::Chip slow_my_number_card(const virtual_card::Persona& person) {
    auto chip = virtual_card::issue_my_number_card(person);
    chip.knows_short_ids = false;
    return chip;
}

Result<FourItems> by_pin(Session& card, const virtual_card::Persona& person) {
    return read_four_items(card, *Pin::from_digits(person.pin));
}

const Way kQuickWay{"My Number card by PIN, the quick way",
                    [](const auto& person) { return virtual_card::issue_my_number_card(person); }, by_pin};
const std::vector<Way> kEveryWay{
    kQuickWay,
    {"My Number card by PIN, the slow way", slow_my_number_card, by_pin},
    {"My Number card by 照合番号B",
     [](const auto& person) { return virtual_card::issue_my_number_card(person); },
     [](Session& card, const auto& person) {
         return read_four_items(card, *NumberB::from_digits(person.number_b));
     }},
    {"driver's licence", virtual_card::issue_drivers_licence,
     [](Session& card, const auto& person) { return licence::read(card, *Pin::from_digits(person.pin)); }},
};

/// What happens at the nth command: to the card, or to what is between it and us.
struct Trouble {
    const char* name;
    std::optional<Fault> on_card;
    void (PrivatePcscd::*strike)() = nullptr;
    void (PrivatePcscd::*mend)() = nullptr;
    std::chrono::milliseconds patience = 1s;
    std::optional<Errc> always = std::nullopt;  // the error, where it does not depend on the command
};

// Between the card and us: what only a real pcscd can show.
const std::vector<Trouble> kOnTheWay{
    {.name = "removed", .on_card = Fault{.kind = FaultKind::Removed}, .always = Errc::CardRemoved},
    {.name = "silent", .on_card = Fault{.kind = FaultKind::Silent}, .always = Errc::CardSilent},
    {.name = "reader gone",
     .on_card = {},
     .strike = &PrivatePcscd::unplug,
     .mend = &PrivatePcscd::plug_in,
     .patience = 10s,  // pcscd itself waits a second before it says so
     .always = Errc::ReaderGone},
    {.name = "pcscd killed",
     .on_card = {},
     .strike = &PrivatePcscd::kill,
     .mend = &PrivatePcscd::start,
     .always = Errc::NoService},
};
// What the card itself says.
const std::vector<Trouble> kFromTheCard{
    {.name = "6F00", .on_card = Fault{.kind = FaultKind::Status, .status = 0x6F00}},
    {.name = "6982", .on_card = Fault{.kind = FaultKind::Status, .status = 0x6982}},
    {.name = "6984", .on_card = Fault{.kind = FaultKind::Status, .status = 0x6984}},
    {.name = "63C0", .on_card = Fault{.kind = FaultKind::Status, .status = 0x63C0}},
    {.name = "truncated", .on_card = Fault{.kind = FaultKind::Truncated}},
    {.name = "garbage", .on_card = Fault{.kind = FaultKind::Garbage}},
};

/// Counts the commands of one conversation and strikes just before the nth goes out.
class StruckSession final : public Session {
public:
    StruckSession(Session& card, int at, const std::function<void()>& strike)
        : card_(card), at_(at), strike_(strike) {}
    Result<Response> transmit(ByteView command) override {
        if (++commands == at_) strike_();
        verifications += command[1] == 0x20 && command.size() > 4;
        return card_.transmit(command);
    }
    int commands = 0;
    int verifications = 0;

private:
    Session& card_;
    int at_;
    const std::function<void()>& strike_;
};

class Loop {
public:
    void run(const Way& way, const std::vector<Trouble>& troubles) {
        for (const auto& trouble : troubles)
            for (int at = 1; reached(way, trouble, at); ++at) ++runs_;
    }
    [[nodiscard]] int runs() const { return runs_; }

private:
    // Once at the nth command, then a good reading. False when the way ended before.
    bool reached(const Way& way, const Trouble& trouble, int at) {
        INFO(way.name << ", command " << at << ": " << trouble.name);
        std::vector<Fault> faults;
        if (trouble.on_card) faults.push_back(*trouble.on_card);
        if (trouble.on_card) faults.back().at = at;
        const auto strike = [&] {
            if (trouble.strike != nullptr) (pcscd_.*trouble.strike)();
        };
        LaidCard laid(virtual_card::FaultyCard(virtual_card::SoftwareCard(way.chip(person_)), faults));
        int commands = 0, verifications = 0;
        const Desk desk{.reader = {}, .reader_free_within = 1s, .card_answers_within = trouble.patience};
        const auto items = with_card<FourItems>(desk, [&](Session& card) {
            StruckSession session(card, at, strike);
            auto read = way.read(session, person_);
            commands = session.commands;
            verifications = session.verifications;
            return read;
        });
        CHECK(verifications <= 1);
        CHECK(laid.card().card().verifications() <= 1);
        if (commands < at) {
            CHECK(items);
            laid.lift();
            return false;
        }
        INFO("said " << (items ? "nothing" : name(items.error().code)));
        if (trouble.always) CHECK((!items && items.error().code == *trouble.always));
        if (trouble.mend != nullptr) (pcscd_.*trouble.mend)();
        read_well(way, trouble, laid);
        return true;
    }

    // The same card where it still lies there, or a card laid anew where that is what the trouble asks for.
    void read_well(const Way& way, const Trouble& trouble, LaidCard& laid) {
        const auto well = [&] {
            const auto items =
                with_card<FourItems>({}, [&](Session& card) { return way.read(card, person_); });
            return items && items->address == person_.address;
        };
        if (!trouble.always) {
            CHECK(well());
            laid.lift();
            return;
        }
        laid.lift();
        std::this_thread::sleep_for(kTwoPolls);
        LaidCard again(virtual_card::FaultyCard(virtual_card::SoftwareCard(way.chip(person_))));
        CHECK(well());
        again.lift();
    }

    PrivatePcscd pcscd_{KAKANAI_UNPLUG_DRIVER};
    virtual_card::Persona person_ = persona("sex-not-applicable");
    int runs_ = 0;
};

}  // namespace

TEST_CASE(
    "over a real pcscd: whatever happens to card, reader or pcscd at any command, one VERIFY at most, and "
    "the next reading is good",
    "[pcsc][faults]") {
    Loop loop;
    loop.run(kQuickWay, kOnTheWay);
    std::printf("fault loop over pcscd: %d runs\n", loop.runs());
    CHECK(loop.runs() == 4 * static_cast<int>(kOnTheWay.size()));
}

// Some five minutes; by hand: test_cardreader_pcsc "[every-way]".
TEST_CASE("over a real pcscd: the same, and whatever the card says, for every way of reading a card",
          "[.][every-way]") {
    Loop loop;
    for (const auto& way : kEveryWay) {
        loop.run(way, kOnTheWay);
        loop.run(way, kFromTheCard);
        std::printf("fault loop over pcscd: %d runs, with %s\n", loop.runs(), way.name);
    }
}
