#include "tests/forms/interview/edit_sequences.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "forms/pack/load.hpp"
#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 11 / 22;
constexpr std::uint64_t kMillion = 1'000'000;

const Pack& model_city() {
    static const auto loaded = load_pack(std::filesystem::path(KAKANAI_SOURCE_DIR) / "forms/model-city");
    REQUIRE(loaded.usable());
    return loaded.pack;
}

/// As many sequences of one event; how many edits they held.
std::uint64_t hold(const Pack& pack, const std::string& event, std::uint64_t count, std::uint64_t seed) {
    EditSequences sequences(pack, event, kToday, seed);
    for (std::uint64_t i = 0; i < count; ++i)
        if (const auto found = sequences.run(); !found.empty())
            FAIL(event << ", sequence " << i << " of seed " << seed << ": " << found);
    return sequences.edits();
}

}  // namespace

TEST_CASE("however answers are edited, decisions and counting answers are those of a fresh run",
          "[forms][edits]") {
    CHECK(hold(pack_of(kSmallPack), "bereavement", 3000, 20261122) > 3000);
    for (const auto* event : {"bereavement", "moving", "birth", "marriage"})
        CHECK(hold(model_city(), event, 300, 20261122) > 300);
}

// Half on the model city's four events, half on the small pack, which has persons that come and go.
// Run by tests/edits; hidden from the test run.
TEST_CASE("a million sequences of edits are fresh runs of the same facts", "[.][million]") {
    std::uint64_t sequences = 0;
    std::uint64_t edits = 0;
    const auto small = pack_of(kSmallPack);
    constexpr std::uint64_t kBatch = 25'000;
    for (std::uint64_t seed = 1; sequences < kMillion; ++seed) {
        for (const auto* event : {"bereavement", "moving", "birth", "marriage"}) {
            edits += hold(model_city(), event, kBatch, seed);
            sequences += kBatch;
        }
        edits += hold(small, "bereavement", 4 * kBatch, seed);
        sequences += 4 * kBatch;
        std::cout << sequences << " sequences, " << edits << " edits: all equal a fresh run" << std::endl;
    }
}
