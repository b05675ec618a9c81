#include "forms/sheets/fill.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "forms/sheets/field_words.hpp"
#include "tests/forms/sheets/page_letters.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr double kDpi = 100;

Field name_field(Box box) {
    auto field = field_of(FieldKind::Text, box, "name");
    field.face = FieldFace::Name;
    field.size = 18;
    return field;
}

// One field of every kind, with a value for each.
struct EveryKind {
    SheetTemplate sheet;
    std::vector<FieldValue> values;
};

EveryKind every_kind() {
    EveryKind made;
    const auto add = [&](Field field, FieldValue value) {
        made.sheet.fields.push_back(std::move(field));
        made.values.push_back(std::move(value));
    };
    made.sheet = sheet_of({});
    add(name_field({50, 30, 70, 12}), said("𠮷邉\U000E0110　健一"));
    auto cells = field_of(FieldKind::Cells, {50, 50, 63, 8}, "cells");
    cells.cells = 7;
    cells.fill = CellFill::Right;
    add(cells, said("34567"));
    auto kana = field_of(FieldKind::Cells, {50, 60, 100, 8}, "kana");
    kana.cells = 12;
    kana.split_dakuten = true;
    add(kana, said("ヨシベ　ガク"));
    add(field_of(FieldKind::Check, {50, 72, 4, 4}, "check"), said(Value(true), "はい"));
    add(field_of(FieldKind::Circle, {60, 72, 14, 6}, "circle"), said(Value(true), "はい"));
    auto era = field_of(FieldKind::EraCircle, {80, 72, 9, 6}, "era");
    era.era = "showa";
    add(era, said(Value(Date(1954y / 5 / 3)), "昭和29年5月3日"));
    auto year = field_of(FieldKind::DatePart, {95, 72, 8, 6}, "year");
    year.part = DatePart::Year;
    add(year, said(Value(Date(1954y / 5 / 3)), "昭和29年5月3日"));
    add(field_of(FieldKind::Number, {50, 82, 30, 7}, "number"), said(Value(std::int64_t{50000}), "50000"));
    add(field_of(FieldKind::Lines, {50, 92, 40, 20}, "lines"),
        said("言葉県書かない市本町３丁目１２番５号　ことのはハイツ１０２号室"));
    add(field_of(FieldKind::Qr, {50, 116, 20, 20}, "qr"), said("1122-014"));
    add(field_of(FieldKind::Signature, {50, 140, 80, 12}, "signature"), said("書いてはならない"));
    return made;
}

}  // namespace

TEST_CASE("outside the fields not one pixel changes, inside each filled one there is ink for every cluster",
          "[forms][sheets]") {
    constexpr double kPrinter = 300;  // dpi
    Typesetter typesetter;
    const auto [sheet, values] = every_kind();
    const auto blank = blank_for(sheet, typesetter);
    const auto filled = fill_trial(sheet, values, typesetter);
    REQUIRE(filled);
    CHECK(filled->report.clean());
    const auto before = *picture_of(blank, 1, kPrinter);
    const auto after = *picture_of(filled->pdf, 1, kPrinter);
    const auto letters = letters_on(filled->pdf, 1);

    std::vector<Box> boxes;
    for (const auto& field : sheet.fields) boxes.push_back({field.at.x, field.at.y, field.at.w, field.at.h});
    CHECK_FALSE(differ_outside(before, after, boxes, kPrinter, 0));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto& field = sheet.fields[i];
        INFO(field.id);
        CHECK(differ_inside(before, after, boxes[i], kPrinter) == (field.kind != FieldKind::Signature));
        const auto here = letters_in(letters, boxes[i]);
        if (here.empty()) continue;
        const auto words = field_words(field, values[i]);
        CHECK(bytes_of(here) == without_space(words));
        CHECK(clusters_without_ink(here, words, typesetter.faces(), before, after, kPrinter).empty());
    }
}

TEST_CASE("what is written can be read back to the byte, and the signature is never written",
          "[forms][sheets]") {
    Typesetter typesetter;
    const auto [sheet, values] = every_kind();
    const auto filled = fill_trial(sheet, values, typesetter);
    REQUIRE(filled);

    const auto text = text_of(filled->pdf);
    for (const auto* words : {"𠮷邉\U000E0110健一", "34567", "ヨシヘ゛カ゛ク", "29", "50,000",
                              "言葉県書かない市本町３丁目", "書かない市長様"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    CHECK(text.find("書いてはならない") == std::string::npos);
    CHECK(filled->report.unwritten == std::vector<std::string>{"signature"});
}

TEST_CASE(
    "a number stands on one line: smaller where it must be, whole on a continuation sheet where it cannot",
    "[forms][sheets]") {
    Typesetter typesetter;
    const auto narrow = field_of(FieldKind::Number, {50, 50, 18, 12}, "narrow");
    const auto tiny = field_of(FieldKind::Number, {50, 70, 9, 12}, "tiny");
    const auto amount = said(Value(std::int64_t{1'255'694'418}), "1255694418");
    const auto filled = fill_trial(sheet_of({narrow, tiny}), {amount, amount}, typesetter);
    REQUIRE(filled);

    const auto here = letters_in(letters_on(filled->pdf, 1), {50, 50, 18, 12});
    REQUIRE(bytes_of(here) == "1,255,694,418");
    for (const auto& letter : here) CHECK(letter.box.y < here.front().box.bottom());
    REQUIRE(filled->report.overflows.size() == 1);
    CHECK(filled->report.overflows.front().field == "tiny");
    CHECK(text_of(filled->pdf).find("1,255,694,418") != std::string::npos);
}

TEST_CASE("a filled sheet is sound, and its letters are embedded and no more than needed",
          "[forms][sheets]") {
    Typesetter typesetter;
    const auto [sheet, values] = every_kind();
    const auto filled = fill_trial(sheet, values, typesetter);
    REQUIRE(filled);
    const TrialFolder folder;
    const auto file = folder.write("a.pdf", filled->pdf).string();

    CHECK(run("qpdf --check " + file + " 2>&1").code == 0);
    const auto fonts = run("pdffonts " + file + " | tail -n +3").words;
    std::istringstream rows(fonts);
    int count = 0;
    for (std::string row; std::getline(rows, row); ++count) {
        INFO(row);
        CHECK(row.find("yes yes yes") != std::string::npos);  // embedded, subset, with a way back to text
    }
    CHECK(count >= 3);
    CHECK(filled->pdf.size() < 100'000);  // IPAmj Mincho alone is 46 MB
}

TEST_CASE("the same facts give the same bytes", "[forms][sheets]") {
    const auto [sheet, values] = every_kind();
    Typesetter first;
    const auto once = fill_trial(sheet, values, first);
    const auto again = fill_trial(sheet, values, first);
    Typesetter second;
    const auto fresh = fill_trial(sheet, values, second);
    REQUIRE(once);
    CHECK(once->pdf == again->pdf);
    CHECK(once->pdf == fresh->pdf);
}

TEST_CASE("the document says its title and number, and no name", "[forms][sheets]") {
    Typesetter typesetter;
    const auto sheet = sheet_of({name_field({50, 30, 70, 12})});
    const auto filled = fill_trial(sheet, {said("山田花子")}, typesetter);
    REQUIRE(filled);
    const TrialFolder folder;
    const auto info = run("pdfinfo " + folder.write("a.pdf", filled->pdf).string()).words;
    CHECK(info.find("試験届 1122-014") != std::string::npos);
    CHECK(info.find("山田") == std::string::npos);
}

TEST_CASE("a value too long for its field shrinks, then wraps, then goes to the continuation sheet whole",
          "[forms][sheets]") {
    Typesetter typesetter;
    const auto long_name = name_vectors().at(44).text;
    const auto in_height = [&](double height) {
        return *fill_trial(sheet_of({name_field({50, 30, 90, height})}), {said(long_name)}, typesetter);
    };

    const auto wrapped = in_height(14);
    CHECK(wrapped.report.overflows.empty());
    CHECK(wrapped.pages == 1);

    const auto continued = in_height(4);
    REQUIRE(continued.report.overflows.size() == 1);
    CHECK(continued.report.overflows.front().excess > 10);
    CHECK(continued.pages == 2);
    const auto text = text_of(continued.pdf);
    CHECK(text.find("別紙のとおり") != std::string::npos);
    CHECK(text.find(without_space(long_name)) != std::string::npos);
    CHECK(text.find("試験届") != std::string::npos);
}

TEST_CASE(
    "two fields on one place are never written on each other: the second stands on the continuation sheet",
    "[forms][sheets]") {
    Typesetter typesetter;
    const auto here = name_field({50, 30, 90, 12});
    for (const auto kind : {FieldKind::Text, FieldKind::Cells, FieldKind::Qr}) {
        auto second = field_of(kind, {60, 34, 60, 20}, "second");
        second.cells = 20;
        const auto alone = fill_trial(sheet_of({here, second}), {said("山田花子"), {}}, typesetter);
        const auto both =
            fill_trial(sheet_of({here, second}), {said("山田花子"), said("090-1234-5678")}, typesetter);
        REQUIRE(both);
        CHECK(both->report.overflows == std::vector<Overflow>{{"second", "second", 0, true}});
        CHECK(text_of(both->pdf).find("090-1234-5678") != std::string::npos);
        const auto picture = *picture_of(both->pdf, 1, kDpi);
        const auto before = *picture_of(alone->pdf, 1, kDpi);
        CHECK_FALSE(differ_inside(picture, before, {50, 30, 90, 12}, kDpi));

        const auto nothing = fill_trial(sheet_of({here, second}), {{}, said("090-1234-5678")}, typesetter);
        CHECK(nothing->report.overflows.empty());
    }
}

TEST_CASE("on the continuation sheet no line runs off the paper", "[forms][sheets]") {
    Typesetter typesetter;
    const auto vectors = name_vectors();
    const auto words = vectors.at(44).text + vectors.at(41).text;  // Latin letters, then Vietnamese ones
    const auto filled =
        fill_trial(sheet_of({field_of(FieldKind::Lines, {15, 20, 20, 6}, "a")}), {said(words)}, typesetter);
    REQUIRE(filled);
    REQUIRE(filled->pages == 2);
    CHECK(text_of(filled->pdf).find("ESPERANZADELCARMEN") != std::string::npos);
}

TEST_CASE("more characters than cells are never cut", "[forms][sheets]") {
    Typesetter typesetter;
    auto cells = field_of(FieldKind::Cells, {50, 50, 63, 8}, "account");
    cells.cells = 7;
    const auto filled = fill_trial(sheet_of({cells}), {said("12345678")}, typesetter);
    REQUIRE(filled);
    REQUIRE(filled->report.overflows.size() == 1);
    CHECK(text_of(filled->pdf).find("12345678") != std::string::npos);
}

TEST_CASE("a required field without a value is named, and nothing is drawn for what is not known",
          "[forms][sheets]") {
    Typesetter typesetter;
    auto field = name_field({50, 30, 70, 12});
    field.required = true;
    const auto unknown =
        fill_trial(sheet_of({field}), {FieldValue{FieldValue::Draw::Yes, {}, {}}}, typesetter);
    CHECK(unknown->report.missing == std::vector<std::string>{"name"});
    const auto not_asked =
        fill_trial(sheet_of({field}), {FieldValue{FieldValue::Draw::No, {}, {}}}, typesetter);
    CHECK(not_asked->report.missing.empty());

    const auto check = field_of(FieldKind::Check, {50, 30, 4, 4});
    const FieldValue undecided{FieldValue::Draw::Unknown, {}, {}};
    const auto sheet = sheet_of({check});
    const auto before = *picture_of(blank_for(sheet, typesetter), 1, kDpi);
    CHECK(*picture_of(fill_trial(sheet, {undecided}, typesetter)->pdf, 1, kDpi) == before);
}
