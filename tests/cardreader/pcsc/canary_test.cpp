#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/cardreader/pcsc/observed_reader.hpp"
#include "tests/cardreader/pcsc/planted.hpp"
#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using namespace std::string_view_literals;

namespace {

constexpr int kDialogues = 1000;
constexpr int kRounds = 3;
constexpr auto kAfterVerify = std::chrono::milliseconds(100);

using Digits = std::set<std::string>;

std::string counted(int number, std::size_t digits) {
    const auto text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
}

// The PINs that begin with 0 and lie nowhere before anybody has typed one.
std::vector<std::string> absent_from(const Digits& present) {
    std::vector<std::string> pins;
    for (int number = 0; number < 1000; ++number)
        if (!present.contains(counted(number, 4))) pins.push_back(counted(number, 4));
    return pins;
}

Digits among(const Digits& found, const std::vector<std::string>& planted) {
    Digits both;
    std::ranges::set_intersection(found, planted, std::inserter(both, both.end()));
    return both;
}

virtual_card::FaultyCard card_that_takes_any_secret() {
    auto chip = virtual_card::issue_my_number_card(persona("yoshibe"));
    for (auto& [id, secret] : chip.applications.front().secrets) secret.digits.clear();
    return virtual_card::FaultyCard(virtual_card::SoftwareCard(std::move(chip)));
}

/// What was planted and what of it was found again.
struct Findings {
    int typed = 0;
    int good_readings = 0;
    std::size_t different_pins = 0;
    Digits numbers_in_memory, numbers_in_files;
    Digits pins_in_memory, pins_in_files;
};

// First the numbers, which nothing holds by chance; what lies there then tells which PINs do not either.
Findings observe(const char* program) {
    const PrivatePcscd pcscd;
    LaidCard laid(card_that_takes_any_secret());
    const ObservedReader reader(program);
    for (int i = 0; i < kDialogues; ++i) reader.type(std::string(kMark) + counted(i, 4));
    Findings found;
    found.good_readings = reader.good_readings();
    std::this_thread::sleep_for(kAfterVerify);
    auto memory = reader.memory();
    auto files = all_files();
    found.numbers_in_memory = numbers_in(memory);
    found.numbers_in_files = numbers_in(files);

    found.typed = kDialogues;
    // Four digits may come to lie in memory by chance, a handle say. What leaks one PIN in a thousand does so
    // with other PINs too.
    for (int round = 0; round < kRounds; ++round) {
        auto present = pins_in(memory);
        present.merge(pins_in(files));
        const auto pins = absent_from(present);
        found.different_pins = pins.size();
        for (std::size_t i = 0; i < kDialogues; ++i) reader.type(pins.at(i % pins.size()));
        found.typed += kDialogues;
        found.good_readings = reader.good_readings();
        std::this_thread::sleep_for(kAfterVerify);
        memory = reader.memory();
        files = all_files();
        found.pins_in_memory = among(pins_in(memory), pins);
        found.pins_in_files = among(pins_in(files), pins);
        if (found.pins_in_memory.empty() && found.pins_in_files.empty()) break;
    }
    found.numbers_in_memory.merge(numbers_in(memory));
    found.numbers_in_files.merge(numbers_in(files));
    CHECK(std::ranges::count(files, '\n') > 2 * 4 * kDialogues);  // the trace is among them
    std::printf(
        "canary: %d readings, %zu different PINs, %zu bytes of memory, %zu of files; found %zu + %zu in "
        "memory, %zu + %zu in files\n",
        found.good_readings, found.different_pins, memory.size(), files.size(),
        found.numbers_in_memory.size(), found.pins_in_memory.size(), found.numbers_in_files.size(),
        found.pins_in_files.size());
    return found;
}

}  // namespace

TEST_CASE("of a thousand 照合番号B and a thousand PINs none is left in memory or in any file", "[canary]") {
    const auto found = observe(KAKANAI_CANARY_READER);

    CHECK(found.good_readings == found.typed);
    CHECK(found.different_pins > 900);
    CHECK(found.numbers_in_memory.empty());
    CHECK(found.pins_in_memory.empty());
    CHECK(found.numbers_in_files.empty());
    CHECK(found.pins_in_files.empty());
}

TEST_CASE("a build that keeps one number and one PIN of a thousand in its memory is found out", "[canary]") {
    const auto found = observe(KAKANAI_CANARY_READER_THAT_KEEPS);

    CHECK(found.good_readings == found.typed);
    CHECK(found.numbers_in_memory == Digits{std::string(kMark) + "0499"});
    CHECK_FALSE(found.pins_in_memory.empty());  // and, once in a while, another by chance
    CHECK(found.numbers_in_files.empty());
    CHECK(found.pins_in_files.empty());
}

TEST_CASE("a build that logs one number and one PIN of a thousand is found out", "[canary]") {
    const auto found = observe(KAKANAI_CANARY_READER_THAT_LOGS);

    CHECK(found.good_readings == found.typed);
    CHECK(found.numbers_in_files == Digits{std::string(kMark) + "0499"});
    CHECK_FALSE(found.pins_in_files.empty());
}

TEST_CASE("a planted number is seen in every shape, wherever it begins", "[canary]") {
    const std::string number = std::string(kMark) + "0042";
    for (
        const auto shape :
        {"90817263100042"sv, "24000136271809"sv,
         "9\0000\0008\0001\0007\0002\0006\0003\0001\0000\0000\0000\0004\0002\0"sv,
         "3930383137323633313030303432"sv, "39 30 38 31 37 32 36 33 31 30 30 30 34 32"sv,
         "\x90\x81\x72\x63\x10\x00\x42"sv, "９０８１７２６３１０００４２"sv,
         "\xFF\x19\xFF\x10\xFF\x18\xFF\x11\xFF\x17\xFF\x12\xFF\x16\xFF\x13\xFF\x11\xFF\x10\xFF\x10\xFF\x10\xFF\x14\xFF\x12"sv}) {
        INFO(shape);
        CHECK(numbers_in("..." + std::string(shape) + "...") == Digits{number});
        CHECK(numbers_in(std::string(shape)) == Digits{number});
        CHECK(numbers_in(shape.substr(0, shape.size() - 2)).empty());
    }
}

TEST_CASE("a planted PIN is seen in every shape, and the end of a longer number is none", "[canary]") {
    for (const auto shape : {"0482"sv, "0\0004\0008\0002"sv, "0\0\0\0004\0\0\0008\0\0\0002"sv, "30343832"sv,
                             "30 34 38 32"sv, "０４８２"sv, "\xFF\x10\xFF\x14\xFF\x18\xFF\x12"sv,
                             "\x91\x02\x04\x82"sv, "\x80\x02\x04\x82"sv, "\x24\x04\x82\xFF\xFF"sv}) {
        INFO(shape);
        CHECK(pins_in("..." + std::string(shape) + "...").contains("0482"));
        CHECK(pins_in(std::string(shape)).contains("0482"));
    }
    CHECK(pins_in("10482 us").contains("1048"));
    CHECK_FALSE(pins_in("10482 us").contains("0482"));
    CHECK_FALSE(pins_in("...\x04\x82...").contains("0482"));
}
