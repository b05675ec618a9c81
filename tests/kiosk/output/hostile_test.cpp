#include <algorithm>
#include <random>

#include "kiosk/output/acknowledgement.hpp"
#include "kiosk/output/csv.hpp"
#include "kiosk/reception/codec.hpp"
#include "kiosk/reception/text_check.hpp"
#include "tests/kiosk/output/samples.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;

namespace {

/// A text with a few bytes changed, put in, taken out or cut off: what a broken disk or an ill-willed file
/// offers.
std::string spoiled(std::string text, std::minstd_rand& dice) {
    for (auto changes = 1 + dice() % 4; changes > 0 && !text.empty(); --changes) {
        const auto at = dice() % text.size();
        switch (dice() % 4) {
            case 0:
                text[at] = static_cast<char>(dice() % 256);
                break;
            case 1:
                text.insert(at, 1, static_cast<char>(dice() % 256));
                break;
            case 2:
                text.erase(at, 1 + dice() % 3);
                break;
            default:
                text.resize(at);
        }
    }
    return text;
}

constexpr int kTries = 20'000;

}  // namespace

TEST_CASE("spoiled acknowledgements are refused or mean one of three words, and never end the program",
          "[output][hostile]") {
    std::minstd_rand dice(1);
    int understood = 0;
    for (int i = 0; i < kTries; ++i) {
        const auto answer =
            parse_acknowledgement("01a200ed-9560-7000-8000-000000000000.ack.json",
                                  spoiled(R"({"status":"imported","externalRef":"K-1","errors":[]})", dice));
        if (answer)
            ++understood;
        else
            REQUIRE(answer.error().code == Errc::BadAcknowledgement);
    }
    CHECK(understood > 0);
    CHECK(understood < kTries / 2);
}

TEST_CASE("spoiled stored receptions are refused or mean what they say", "[output][hostile]") {
    std::minstd_rand dice(2);
    reception::SystemRandom random;
    const auto whole = reception::to_json(plain_reception(reception::PackageId::make(morning(), random)));
    for (int i = 0; i < kTries / 10; ++i) {
        const auto read = reception::from_json(spoiled(whole, dice));
        if (!read || !reception::check_texts(*read)) continue;
        const auto again = reception::from_json(reception::to_json(*read));
        REQUIRE(again);
        REQUIRE(*again == *read);
    }
}

TEST_CASE("whatever may be stored stays one field of one line in every character set", "[output][hostile]") {
    std::minstd_rand dice(3);
    const std::string seed = "渡邉\U000E0110\"𠮷,〜 O’CONNOR =1+1 ﾊﾟﾝﾀ";
    int stored = 0;
    for (int i = 0; i < kTries / 10; ++i) {
        const auto text = spoiled(seed, dice);
        if (!reception::storable(text)) continue;
        ++stored;
        for (const auto charset : {Charset::Utf8, Charset::Cp932, Charset::Sjis2004}) {
            const Table table{.name = "t.csv", .header = {"name"}, .rows = {{text}}};
            const auto csv = to_csv(table, {.id = "p", .charset = charset});
            REQUIRE(std::ranges::count(csv.bytes, '\n') == 2);
            REQUIRE(std::ranges::count(csv.bytes, '"') % 2 == 0);
            if (charset == Charset::Utf8) REQUIRE(csv.losses.empty());
        }
    }
    CHECK(stored > 100);
}
