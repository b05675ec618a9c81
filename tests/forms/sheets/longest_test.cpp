#include "forms/sheets/longest.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/pack/load.hpp"

using namespace forms;

namespace {

Item item_of(ItemType type) {
    Item item;
    item.type = type;
    return item;
}

}  // namespace

TEST_CASE("the longest name has 103 letters or more and the longest address more than 80 characters",
          "[forms][sheets]") {
    CHECK(longest_text(item_of(ItemType::Name)).size() >= 103);
    CHECK(longest_text(item_of(ItemType::Address)).size() > 80 * 3);
    auto number = item_of(ItemType::Digits);
    number.max_length = 7;
    CHECK(longest_text(number) == "8888888");
}

TEST_CASE(
    "with the longest values every sheet of the model city still says what goes on a continuation sheet",
    "[forms][sheets]") {
    const auto loaded = load_pack(KAKANAI_SOURCE_DIR "/forms/model-city");
    Typesetter typesetter;
    const auto findings = fill_with_longest(loaded.pack, typesetter);
    for (const auto& finding : findings)
        for (const auto& each : finding.overflows) {
            INFO(finding.sheet->id << " " << each.field);
            CHECK_FALSE(each.label.empty());
            CHECK(each.excess >= 0);
        }
    // A name of 105 letters goes into the name field of the funeral grant, on two lines.
    const auto grant = std::ranges::find_if(
        findings, [](const auto& finding) { return finding.sheet->id == "nhi_funeral_grant_application"; });
    if (grant != findings.end())
        CHECK(std::ranges::find(grant->overflows, "deceased_name", &Overflow::field) ==
              grant->overflows.end());
}
