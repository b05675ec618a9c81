#include "forms/sheets/preview.hpp"

#include <catch2/catch.hpp>

#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

constexpr double kDpi = 80;

struct Pixel {
    int red = 0;
    int green = 0;
    int blue = 0;
};

Pixel at(const Picture& picture, double x, double y) {
    const auto px = [](double mm) { return static_cast<int>(mm * kDpi / 25.4); };
    const auto i = static_cast<std::size_t>((px(y) * picture.width + px(x)) * 3);
    return {picture.rgb.at(i), picture.rgb.at(i + 1), picture.rgb.at(i + 2)};
}

}  // namespace

TEST_CASE("the boxes on a preview are blue, and between them the page is as it was",
          "[forms][sheets][preview]") {
    Typesetter typesetter;
    const auto sheet = sheet_of({field_of(FieldKind::Text, {40, 60, 70, 20}, "applicant_name")});
    const auto page = *picture_of(blank_for(sheet, typesetter), 1, kDpi);
    const auto shown = with_marks(page, sheet, {.page = 1, .dpi = kDpi, .boxes = true}, typesetter);
    REQUIRE(shown);

    const auto edge = at(*shown, 40.05, 70);
    CHECK(edge.blue == 255);
    CHECK(edge.red < 200);
    CHECK_FALSE(differ_inside(page, *shown, {45, 65, 60, 10}, kDpi));
    CHECK_FALSE(differ_inside(page, *shown, {10, 100, 190, 190}, kDpi));
    CHECK(differ_inside(page, *shown, {40, 57, 30, 3}, kDpi));  // the field's id stands above its box

    const auto other = with_marks(page, sheet, {.page = 2, .dpi = kDpi, .boxes = true}, typesetter);
    REQUIRE(other);
    CHECK(*other == page);
}

TEST_CASE("boxes are not laid over a page of another size", "[forms][sheets][preview]") {
    Typesetter typesetter;
    auto sheet = sheet_of({});
    const auto page = *picture_of(blank_for(sheet, typesetter), 1, kDpi);
    sheet.width = 297;
    const auto refused = with_marks(page, sheet, {.page = 1, .dpi = kDpi, .boxes = true}, typesetter);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Malformed);
}

TEST_CASE("a preview says where to sign, and the paper does not", "[forms][sheets][preview]") {
    Typesetter typesetter;
    const Box place{50, 140, 80, 12};
    const auto sheet = sheet_of({field_of(FieldKind::Signature, place, "signature")});
    const auto blank = *picture_of(blank_for(sheet, typesetter), 1, kDpi);
    const auto paper = fill_trial(sheet, {said("書いてはならない")}, typesetter);
    REQUIRE(paper);
    const auto printed = *picture_of(paper->pdf, 1, kDpi);
    CHECK(printed == blank);

    const auto shown = with_marks(printed, sheet, {.page = 1, .dpi = kDpi, .boxes = false}, typesetter);
    REQUIRE(shown);
    CHECK(differ_inside(printed, *shown, {75, 142, 30, 8}, kDpi));
    CHECK_FALSE(differ_outside(printed, *shown, {place}, kDpi, 1));
}
