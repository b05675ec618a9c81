#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>

#include "cardreader/identify.hpp"
#include "cardreader/licence/read.hpp"
#include "cardreader/my_number/read.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using virtual_card::Authority;
using virtual_card::Fault;
using virtual_card::FaultKind;

namespace {

/// What one way through a card gives; which of them depends on the way.
struct Reading {
    std::optional<FourItems> items = std::nullopt;
    std::optional<CardKind> kind = std::nullopt;
    int tries = 0;
    bool operator==(const Reading&) const = default;
};

/// One way through the card.
struct Path {
    const char* name;
    std::function<Result<Reading>(Session&, const virtual_card::Persona&)> walk;
};

/// What happens at the nth command: on the card itself, or to the transport.
struct Trouble {
    const char* name;
    std::optional<Fault> on_card;
    std::optional<Errc> in_transport;
};

/// Lets the transport fail at the nth command and ever after, as a lost reader does.
class TroubledSession final : public Session {
public:
    TroubledSession(Session& inner, std::optional<Errc> trouble, int at)
        : inner_(inner), trouble_(trouble), at_(at) {}
    Result<Response> transmit(ByteView command) override {
        if (trouble_ && ++count_ >= at_) return fail({.code = *trouble_});
        return inner_.transmit(command);
    }

private:
    Session& inner_;
    std::optional<Errc> trouble_;
    int at_;
    int count_ = 0;
};

// That a real pcscd says these of the transport is shown by the tests in pcsc/ and status_test.cpp.
const std::vector<Trouble> kTroubles{
    {"removed", Fault{.kind = FaultKind::Removed}, {}},
    {"reset by another", {}, Errc::CardReset},
    {"silent", Fault{.kind = FaultKind::Silent}, {}},
    {"6F00", Fault{.kind = FaultKind::Status, .status = 0x6F00}, {}},
    {"6982", Fault{.kind = FaultKind::Status, .status = 0x6982}, {}},
    {"6984", Fault{.kind = FaultKind::Status, .status = 0x6984}, {}},
    {"63C0", Fault{.kind = FaultKind::Status, .status = 0x63C0}, {}},
    {"truncated", Fault{.kind = FaultKind::Truncated}, {}},
    {"garbage", Fault{.kind = FaultKind::Garbage}, {}},
    {"oversized", Fault{.kind = FaultKind::Oversized}, {}},
    {"reader gone", {}, Errc::ReaderGone},
    {"pcscd killed", {}, Errc::NoService},
};

const Authority& authority() {
    static const auto made = Authority::make();
    return made;
}

const TrustAnchors& anchors() {
    static const auto made = authority().anchors();
    return made;
}

Result<Reading> reading(Result<FourItems> items) {
    if (!items) return fail(items);
    return Reading{.items = *std::move(items)};
}
Result<Reading> reading(const Result<int>& tries) {
    if (!tries) return fail(tries);
    return Reading{.tries = *tries};
}

Result<Reading> by_pin(Session& card, const virtual_card::Persona& person, const TrustAnchors& trusted) {
    return reading(read_four_items(card, *Pin::from_digits(person.pin), trusted));
}
Result<Reading> by_number_b(Session& card, const virtual_card::Persona& person, const TrustAnchors& trusted) {
    return reading(read_four_items(card, *NumberB::from_digits(person.number_b), trusted));
}

const Path kIdentify{"which card is this", [](Session& card, const auto&) -> Result<Reading> {
                         const auto kind = identify(card);
                         if (!kind) return fail(kind);
                         return Reading{.kind = *kind};
                     }};
const Path kItemsByPin{"items by PIN",
                       [](Session& card, const auto& person) { return by_pin(card, person, {}); }};

// For one person only: the chip's signature takes longer than all else here.
const Path kChallenged{
    "items by PIN, checked and challenged", [](Session& card, const auto& person) {
        return reading(read_four_items(card, *Pin::from_digits(person.pin), anchors(), Challenge::Yes));
    }};

const std::vector<Path>& my_number_paths() {
    static const std::vector<Path> all{
        kIdentify,
        {"tries of the PIN",
         [](Session& card, const auto&) { return reading(tries_left(card, Entry::ByPin)); }},
        {"tries of 照合番号B",
         [](Session& card, const auto&) { return reading(tries_left(card, Entry::ByNumberB)); }},
        kItemsByPin,
        {"items by 照合番号B",
         [](Session& card, const auto& person) { return by_number_b(card, person, {}); }},
        {"items by PIN, checked",
         [](Session& card, const auto& person) { return by_pin(card, person, anchors()); }},
        {"items by 照合番号B, checked",
         [](Session& card, const auto& person) { return by_number_b(card, person, anchors()); }},
    };
    return all;
}

const std::vector<Path>& licence_paths() {
    static const std::vector<Path> all{
        kIdentify,
        {"tries of a licence", [](Session& card, const auto&) { return reading(licence::tries_left(card)); }},
        {"licence by PIN",
         [](Session& card, const auto& person) {
             return reading(licence::read(card, *Pin::from_digits(person.pin)));
         }},
    };
    return all;
}

virtual_card::Chip chip_with(std::string_view aid, std::string_view label = "") {
    virtual_card::Application application{.aid = hex(aid), .files = {}, .secrets = {}};
    if (!label.empty())
        application.files[6] = {.content = Bytes(label.begin(), label.end()), .opened_by = {}};
    return {.atr = {}, .applications = {std::move(application)}};
}

/// Every card that is laid down by mistake, each with the kind it is.
std::vector<std::pair<CardKind, virtual_card::Chip>> strangers() {
    return {{CardKind::Phone, chip_with("D392F000260100000001", "JPKIAPGPSETOKEN")},
            {CardKind::MyNumberLicence, chip_with("A0000002310600000000000000000000")},
            {CardKind::ResidenceCard, chip_with("D392F0004F0200000000000000000000")},
            {CardKind::Unknown, chip_with("A000000003000000")}};
}

virtual_card::Chip licence_without_pin(const virtual_card::Persona& driver) {
    auto chip = virtual_card::issue_drivers_licence(driver);
    chip.applications.front().files.at(0x000A).content = hex("05 01 00");
    chip.applications.front().secrets.at(0x0001).digits = hex("2A2A2A2A");
    return chip;
}

int verifications(const std::vector<Bytes>& commands) {
    return static_cast<int>(std::ranges::count_if(
        commands, [](const auto& command) { return command[1] == 0x20 && command.size() > 4; }));
}

bool same(const Result<Reading>& one, const Result<Reading>& other) {
    if (one && other) return *one == *other;
    return !one && !other && one.error() == other.error();
}

bool same_person(const FourItems& one, const FourItems& other) {
    return one.name == other.name && one.address == other.address && one.birth_date == other.birth_date &&
           one.sex == other.sex;
}

/// Walks every way with every trouble at every command until the way is walked without meeting any.
class Loop {
public:
    void run(const virtual_card::Persona& person, virtual_card::Chip chip, const std::vector<Path>& ways) {
        person_ = person;
        for (const bool knows_short_ids : {true, false}) {
            chip.knows_short_ids = knows_short_ids;
            chip_ = chip;
            for (const auto& path : ways) {
                virtual_card::FaultyCard untroubled{virtual_card::SoftwareCard(chip_)};
                SoftwareSession session(untroubled);
                const auto good = path.walk(session, person_);
                for (int at = 1; every_trouble(path, good, at); ++at) {
                }
            }
        }
    }
    [[nodiscard]] const std::map<std::string, int>& runs() const { return runs_; }

private:
    struct Outcome {
        std::optional<Error> error;
        bool reached = false;  // the way was long enough for this trouble to happen
    };

    // Where the card is no stranger, each trouble has an error of its own. A stranger that refuses a question
    // is told apart by its other answers.
    bool every_trouble(const Path& path, const Result<Reading>& good, int at) {
        bool reached = false;
        std::vector<std::pair<Error, const char*>> seen;
        for (const auto& trouble : kTroubles) {
            const auto outcome = one(path, good, trouble, at);
            reached = reached || outcome.reached;
            if (!outcome.error || !good) continue;
            INFO(path.name << ", command " << at << ": " << trouble.name);
            for (const auto& [error, other] : seen) {
                INFO("same error as " << other);
                CHECK_FALSE(error == *outcome.error);
            }
            seen.emplace_back(*outcome.error, trouble.name);
        }
        return reached;
    }

    Outcome one(const Path& path, const Result<Reading>& good, const Trouble& trouble, int at) {
        INFO(path.name << ", command " << at << ": " << trouble.name);
        std::vector<Fault> faults;
        if (trouble.on_card) {
            faults.push_back(*trouble.on_card);
            faults.back().at = at;
        }
        virtual_card::FaultyCard card(virtual_card::SoftwareCard(chip_), std::move(faults));
        SoftwareSession inner(card);
        TroubledSession session(inner, trouble.in_transport, at);

        const auto result = path.walk(session, person_);

        const bool reached = card.commands() >= at || (trouble.in_transport && !same(result, good));
        if (reached) ++runs_[trouble.name];
        CHECK(verifications(inner.commands) <= 1);
        CHECK_FALSE(my_number_touched(card.card()));
        if (result && result->items) CHECK(same_person(*result->items, good->items.value()));
        read_well(card, path, good);
        return {.error = result ? std::nullopt : std::optional(result.error()), .reached = reached};
    }

    // The next visitor, or the same one again: power was lost in between.
    void read_well(virtual_card::FaultyCard& card, const Path& path, const Result<Reading>& good) {
        card.card().power_off();
        virtual_card::FaultyCard again(std::move(card.card()));
        SoftwareSession session(again);
        CHECK(same(path.walk(session, person_), good));
    }

    virtual_card::Persona person_;
    virtual_card::Chip chip_;
    std::map<std::string, int> runs_;
};

}  // namespace

TEST_CASE(
    "whatever goes wrong at whichever command, one VERIFY at most, an error of its own, and the next reading "
    "is good",
    "[cardreader][faults]") {
    Loop loop;
    for (const auto& name : all_personas()) {
        auto person = persona(name);
        person.pin_tries = 3;  // the paths themselves; tries are another test's matter
        INFO(name);
        loop.run(person, virtual_card::issue_my_number_card(person, &authority()), my_number_paths());
    }
    const auto challenged = persona("yoshibe");
    loop.run(challenged, virtual_card::issue_my_number_card(challenged, &authority()), {kChallenged});
    auto driver = persona("sex-not-applicable");
    driver.moved_to = driver.address;
    loop.run(driver, virtual_card::issue_drivers_licence(driver), licence_paths());
    loop.run(driver, licence_without_pin(driver), licence_paths());
    for (const auto& [kind, chip] : strangers()) {
        INFO(name(kind));
        loop.run(driver, chip, {kIdentify, kItemsByPin});
    }
    int runs = 0;
    for (const auto& [trouble, count] : loop.runs()) {
        std::printf("fault loop: %5d runs: %s\n", count, trouble.c_str());
        CHECK(count > 1000);
        runs += count;
    }
    std::printf("fault loop: %5d runs in all\n", runs);
    CHECK(loop.runs().size() == kTroubles.size());
}

TEST_CASE("without trouble every card in the fault loop is what it is", "[cardreader][faults]") {
    const auto driver = persona("sex-not-applicable");
    for (const auto& [kind, chip] : strangers()) {
        virtual_card::FaultyCard card{virtual_card::SoftwareCard(chip)};
        SoftwareSession session(card);
        CHECK(kIdentify.walk(session, driver)->kind == kind);
        CHECK(kItemsByPin.walk(session, driver).error().card == kind);
    }
    virtual_card::FaultyCard licence{virtual_card::SoftwareCard(licence_without_pin(driver))};
    SoftwareSession session(licence);
    CHECK(licence_paths().back().walk(session, driver)->items->address == driver.address);
}
