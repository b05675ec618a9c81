#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <functional>
#include <optional>

#include "cardreader/licence/read.hpp"
#include "cardreader/my_number/read.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using virtual_card::Authority;
using virtual_card::Fault;
using virtual_card::FaultKind;

namespace {

/// One way through the card: gives the items, or nothing where the way does not read them.
struct Path {
    const char* name;
    std::function<Result<std::optional<FourItems>>(Session&, const virtual_card::Persona&)> walk;
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

const std::vector<Trouble> kTroubles{
    {"removed", Fault{.kind = FaultKind::Removed}, {}},
    {"silent", Fault{.kind = FaultKind::Silent}, {}},
    {"6F00", Fault{.kind = FaultKind::Status, .status = 0x6F00}, {}},
    {"6982", Fault{.kind = FaultKind::Status, .status = 0x6982}, {}},
    {"6984", Fault{.kind = FaultKind::Status, .status = 0x6984}, {}},
    {"63C0", Fault{.kind = FaultKind::Status, .status = 0x63C0}, {}},
    {"truncated", Fault{.kind = FaultKind::Truncated}, {}},
    {"garbage", Fault{.kind = FaultKind::Garbage}, {}},
    {"oversized", Fault{.kind = FaultKind::Oversized}, {}},
    {"reset by another", {}, Errc::CardReset},
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

template <class T>
Result<std::optional<FourItems>> without_items(const Result<T>& result) {
    if (!result) return fail(result);
    return std::optional<FourItems>{};
}

template <class Digits>
Result<std::optional<FourItems>> items_by(Session& card, const std::string& digits,
                                          const TrustAnchors& trusted) {
    const auto secret = Digits::from_digits(digits);
    auto items = read_four_items(card, *secret, trusted);
    if (!items) return fail(items);
    return std::optional<FourItems>(*std::move(items));
}

const std::vector<Path>& paths() {
    static const std::vector<Path> all{
        {"tries of the PIN",
         [](Session& card, const auto&) { return without_items(tries_left(card, Entry::ByPin)); }},
        {"tries of 照合番号B",
         [](Session& card, const auto&) { return without_items(tries_left(card, Entry::ByNumberB)); }},
        {"items by PIN",
         [](Session& card, const auto& person) { return items_by<Pin>(card, person.pin, {}); }},
        {"items by 照合番号B",
         [](Session& card, const auto& person) { return items_by<NumberB>(card, person.number_b, {}); }},
        {"items by PIN, checked",
         [](Session& card, const auto& person) { return items_by<Pin>(card, person.pin, anchors()); }},
        {"items by 照合番号B, checked",
         [](Session& card, const auto& person) {
             return items_by<NumberB>(card, person.number_b, anchors());
         }},
    };
    return all;
}

const std::vector<Path>& licence_paths() {
    static const std::vector<Path> all{
        {"tries of a licence",
         [](Session& card, const auto&) { return without_items(licence::tries_left(card)); }},
        {"licence by PIN",
         [](Session& card, const auto& person) -> Result<std::optional<FourItems>> {
             auto items = licence::read(card, *Pin::from_digits(person.pin));
             if (!items) return fail(items);
             return std::optional<FourItems>(*std::move(items));
         }},
    };
    return all;
}

struct Outcome {
    std::optional<Error> error;
    bool reached = false;  // the way was long enough for this trouble to happen
};

class Loop {
public:
    explicit Loop(virtual_card::Persona person) : person_(std::move(person)) {}

    void run(virtual_card::Chip chip, const std::vector<Path>& ways) {
        for (const bool knows_short_ids : {true, false}) {
            chip.knows_short_ids = knows_short_ids;
            chip_ = chip;
            for (const auto& path : ways)
                for (int at = 1; every_trouble(path, at); ++at) {
                }
        }
    }
    [[nodiscard]] int runs() const { return runs_; }

private:
    bool every_trouble(const Path& path, int at) {
        bool reached = false;
        std::vector<std::pair<Error, const char*>> seen;
        for (const auto& trouble : kTroubles) {
            const auto outcome = one(path, trouble, at);
            reached = reached || outcome.reached;
            if (!outcome.error) continue;
            INFO(path.name << ", command " << at << ": " << trouble.name);
            for (const auto& [error, other] : seen) {
                INFO("same error as " << other);
                CHECK_FALSE(error == *outcome.error);
            }
            seen.emplace_back(*outcome.error, trouble.name);
        }
        return reached;
    }

    Outcome one(const Path& path, const Trouble& trouble, int at) {
        INFO(path.name << ", command " << at << ": " << trouble.name);
        ++runs_;
        std::vector<Fault> faults;
        if (trouble.on_card) {
            faults.push_back(*trouble.on_card);
            faults.back().at = at;
        }
        virtual_card::FaultyCard card(virtual_card::SoftwareCard(chip_), std::move(faults));
        SoftwareSession inner(card);
        TroubledSession session(inner, trouble.in_transport, at);

        const auto result = path.walk(session, person_);

        CHECK(verifications(inner.commands) <= 1);
        CHECK_FALSE(my_number_touched(card.card()));
        if (result && *result) CHECK(right(**result));
        read_well(card, path, result);
        return {.error = result ? std::nullopt : std::optional(result.error()),
                .reached = card.commands() >= at || (trouble.in_transport && !result)};
    }

    // The next visitor, or the same one again: power was lost in between.
    void read_well(virtual_card::FaultyCard& card, const Path& path,
                   const Result<std::optional<FourItems>>&) {
        card.card().power_off();
        virtual_card::FaultyCard again(std::move(card.card()));
        SoftwareSession session(again);
        const auto result = path.walk(session, person_);
        REQUIRE(result);
        if (*result) CHECK(right(**result));
    }

    [[nodiscard]] bool right(const FourItems& items) const {
        return items.name == person_.name && items.address == person_.address;
    }

    static int verifications(const std::vector<Bytes>& commands) {
        return static_cast<int>(std::ranges::count_if(
            commands, [](const auto& command) { return command[1] == 0x20 && command.size() > 4; }));
    }

    virtual_card::Persona person_;
    virtual_card::Chip chip_;
    int runs_ = 0;
};

}  // namespace

TEST_CASE(
    "whatever goes wrong at whichever command, one VERIFY at most, an error of its own, and the next reading "
    "is good",
    "[cardreader][faults]") {
    int runs = 0;
    for (const auto& name : all_personas()) {
        auto person = persona(name);
        person.pin_tries = 3;  // the paths themselves; tries are another test's matter
        INFO(name);
        Loop loop(person);
        loop.run(virtual_card::issue_my_number_card(person, &authority()), paths());
        runs += loop.runs();
    }
    auto driver = persona("sex-not-applicable");
    driver.moved_to = driver.address;
    Loop loop(driver);
    loop.run(virtual_card::issue_drivers_licence(driver), licence_paths());
    runs += loop.runs();
    std::printf("fault loop: %d runs\n", runs);
    CHECK(runs > 1000);
}
