#include "cardreader/pcsc/chosen.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

using namespace cardreader;

namespace {

std::vector<Reader> readers(std::initializer_list<const char*> names) {
    std::vector<Reader> all;
    for (const auto* name : names) {
        all.emplace_back();
        all.back().name = name;
    }
    return all;
}

}  // namespace

TEST_CASE("without a choice every reader is meant, with one only that one", "[cardreader][chosen]") {
    const auto both = readers({"PX-W3PE (B-CAS) 00 00", "SONY FeliCa RC-S300/P 01 00"});

    CHECK(chosen_among(both, std::nullopt) == both);
    CHECK(chosen_among(both, "SONY FeliCa RC-S300/P 01 00") == readers({"SONY FeliCa RC-S300/P 01 00"}));
    CHECK(chosen_among(both, "SONY FeliCa RC-S660 01 00").empty());
}

TEST_CASE("a chosen reader is found again when pcscd counts it differently", "[cardreader][chosen]") {
    const auto counted_first = readers({"SONY FeliCa RC-S300/P 00 00", "PX-W3PE (B-CAS) 01 00"});

    CHECK(chosen_among(counted_first, "SONY FeliCa RC-S300/P 01 00") ==
          readers({"SONY FeliCa RC-S300/P 00 00"}));
    CHECK(chosen_among(counted_first, "SONY FeliCa RC-S300/P 01 01").empty());
    // Of two alike the one of that very name is meant.
    CHECK(chosen_among(readers({"Reader 00 00", "Reader 01 00"}), "Reader 01 00") ==
          readers({"Reader 01 00"}));
    CHECK(chosen_among(readers({"A", ""}), "A") == readers({"A"}));
}

TEST_CASE("a choice is remembered, replaced and missing", "[cardreader][chosen]") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("kakanai-chosen-" + std::to_string(getpid()));
    const auto file = folder / "reader";
    CHECK(remembered_reader(file) == std::nullopt);
    REQUIRE(remember_reader(file, "SONY FeliCa RC-S300/P 01 00"));
    REQUIRE(remember_reader(file, "Reader 00 00"));
    CHECK(remembered_reader(file) == "Reader 00 00");
    CHECK_FALSE(remember_reader("/proc/nowhere/reader", "Reader 00 00"));
    std::filesystem::remove_all(folder);
}
