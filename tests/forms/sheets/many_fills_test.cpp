#include <algorithm>
#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>
#include <random>

#include "forms/sheets/fit.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

// The same numbers on every machine: std::uniform_int_distribution promises nothing about its order.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    double between(double low, double high) { return low + (high - low) * below(10'000) / 10'000.0; }

private:
    std::mt19937 engine_;
};

std::string random_words(Dice& dice) {
    static const auto vectors = name_vectors();
    static const std::vector<std::string> others{
        "言葉県書かない市本町３丁目１２番５号", "ことのはハイツ１０２号室", "ヨシベ　ショウイチ", "000-0123",
        "国民健康保険（退職者）。「世帯主」",   "Apartment 3B, Jane O’Hara"};
    std::string words;
    for (int parts = 1 + dice.below(3); parts > 0; --parts) {
        const auto pick = dice.below(54);
        if (pick == 32 || pick >= 49) {  // 33 cannot be drawn, 50 is refused: other tests
            words += others[static_cast<std::size_t>(dice.below(6))];
        } else {
            words += vectors[static_cast<std::size_t>(pick)].text;
        }
    }
    return words;
}

// A sheet whose page is cut into ten rows of random height, each into fields of random width.
SheetTemplate random_sheet(Dice& dice, std::vector<FieldValue>& values) {
    std::vector<Field> fields;
    double y = 20;
    while (y < 270) {
        const double h = dice.between(3, 14);
        double x = 15;
        while (x < 180) {
            const double w = std::min(dice.between(12, 90), 195 - x);
            if (w < 8) break;
            auto field = field_of(dice.below(4) == 0 ? FieldKind::Lines : FieldKind::Text, {x, y, w, h},
                                  "f" + std::to_string(fields.size()));
            field.face = dice.below(2) == 0 ? FieldFace::Name : FieldFace::Text;
            field.size = dice.between(7, 20);
            field.align = static_cast<FieldAlign>(dice.below(3));
            field.fit = static_cast<FieldFit>(dice.below(3));
            fields.push_back(field);
            values.push_back(said(random_words(dice)));
            x += w + 2;
        }
        y += h + 2;
    }
    return sheet_of(std::move(fields));
}

// pdftotext takes a hyphen at the end of a line for a divided word and leaves it out.
std::string without_hyphens(std::string text) {
    std::erase(text, '-');
    return text;
}

Shaped without_last_spaces(const PlacedLine& line) {
    auto shaped = line.shaped;
    while (!shaped.clusters.empty()) {
        const auto last = shaped.clusters.back();
        const auto bytes = last.bytes.of(line.text);
        if (bytes != " " && bytes != "\u3000") break;
        shaped.width = last.x;
        shaped.glyphs.resize(last.first_glyph);
        shaped.clusters.pop_back();
    }
    return shaped;
}

// Any decimal point but the usual one, and digits in groups.
struct OtherNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("ten thousand fits of random words stay inside their boxes with all their ink",
          "[forms][sheets][many]") {
    Faces faces;
    Dice dice(4);
    int fitted_count = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Box box{dice.between(10, 100), dice.between(10, 250), dice.between(4, 100),
                      dice.between(2.2, 25)};
        const Wording wording{random_words(dice),
                              {dice.below(2) == 0 ? TextRole::Name : TextRole::Ui, "ja"},
                              dice.between(7, 20),
                              static_cast<FieldAlign>(dice.below(3)),
                              static_cast<FieldFit>(dice.below(3))};
        const auto fitted = fit_words(faces, wording, box);
        if (!fitted) continue;
        ++fitted_count;
        std::string all;
        bool inside = true;
        for (const auto& line : fitted->lines) {
            all += line.text;
            const double em = fitted->size / kPointsPerMm;
            const auto ink = faces.ink(without_last_spaces(line));
            inside = inside && line.x + ink.left * em >= box.x - 0.01 &&
                     line.x + ink.right * em <= box.right() + 0.01 &&
                     line.baseline - ink.top * em >= box.y - 0.01 &&
                     line.baseline - ink.bottom * em <= box.bottom() + 0.01;
        }
        if (!inside || all != wording.text || fitted->size < kSmallestLetters) {
            INFO(i << ": " << wording.text << " in " << box.w << "×" << box.h << " at " << fitted->size);
            CHECK(inside);
            CHECK(all == wording.text);
            CHECK(fitted->size >= kSmallestLetters);
        }
    }
    CHECK(fitted_count > 5'000);
}

TEST_CASE("random sheets: every value can be read back, in its field or on the continuation sheet",
          "[forms][sheets][many]") {
    Typesetter typesetter;
    Dice dice(7);
    for (int round = 0; round < 25; ++round) {
        std::vector<FieldValue> values;
        const auto sheet = random_sheet(dice, values);
        const auto filled = fill_trial(sheet, values, typesetter);
        REQUIRE(filled);
        const auto text = without_hyphens(text_of(filled->pdf));
        for (const auto& value : values) {
            if (text.find(without_hyphens(without_space(value.text))) != std::string::npos) continue;
            INFO("round " << round << ": " << value.text);
            CHECK(false);
        }
        if (round % 5 != 0) continue;
        std::vector<Box> boxes;
        for (const auto& field : sheet.fields)
            boxes.push_back({field.at.x, field.at.y, field.at.w, field.at.h});
        CHECK_FALSE(differ_outside(*picture_of(blank_for(sheet, typesetter), 1, 60),
                                   *picture_of(filled->pdf, 1, 60), boxes, 60));
    }
}

TEST_CASE("every test name in every kind of field: read back, with ink in every cell",
          "[forms][sheets][many]") {
    constexpr double kDpi = 72;
    Typesetter typesetter;
    for (const auto& vector : name_vectors()) {
        INFO(vector.number << " " << vector.note);
        auto name = field_of(FieldKind::Text, {15, 30, 180, 14}, "text");
        name.face = FieldFace::Name;
        auto cells = field_of(FieldKind::Cells, {15, 50, 180, 8}, "cells");
        cells.cells = 35;
        cells.face = FieldFace::Name;
        const auto lines = field_of(FieldKind::Lines, {15, 70, 60, 40}, "lines");
        const auto number = field_of(FieldKind::Number, {15, 120, 180, 14}, "number");
        const auto qr = field_of(FieldKind::Qr, {15, 140, 40, 40}, "qr");
        const auto sheet = sheet_of({name, cells, lines, number, qr});
        const std::vector<FieldValue> values(5, said(vector.text));
        const auto filled = fill_trial(sheet, values, typesetter);
        REQUIRE(filled);
        if (vector.number == 50) {
            CHECK(filled->report.refused.size() == 5);
            continue;
        }
        const auto text = text_of(filled->pdf);
        const auto words = without_space(vector.text);
        int times = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size()))
            ++times;
        CHECK(times >= 4);
        CHECK(filled->report.undrawn.empty() == (vector.number != 33));

        const auto before = *picture_of(blank_for(sheet, typesetter), 1, kDpi);
        const auto after = *picture_of(filled->pdf, 1, kDpi);
        CHECK(differ_inside(before, after, {15, 140, 40, 40}, kDpi));
        const auto characters = typesetter.faces().breaks().clusters(vector.text);
        if (characters.size() > 35) continue;
        double x = 15;
        for (const auto& character : characters) {
            const auto bytes = character.of(vector.text);
            INFO(bytes);
            CHECK(differ_inside(before, after, {x, 50, 180.0 / 35, 8}, kDpi) ==
                  (bytes != " " && bytes != "\u3000"));
            x += 180.0 / 35;
        }
    }
}

TEST_CASE("faces come and go, and Cairo's memory of them does no harm", "[forms][sheets][many]") {
    auto name = field_of(FieldKind::Text, {50, 30, 70, 12}, "name");
    name.face = FieldFace::Name;
    // More scaled fonts than Cairo keeps, from setters that are gone.
    for (int i = 0; i < 200; ++i) {
        Typesetter typesetter;
        name.size = 8 + i % 40 * 0.25;
        REQUIRE(fill_trial(sheet_of({name}), {said("𠮷邉\U000E0110 Nguyễn 健一")}, typesetter));
    }
}

TEST_CASE("another locale, time zone and number style give the same bytes", "[forms][sheets][many]") {
    auto number = field_of(FieldKind::Number, {50, 82.5, 30.25, 7}, "number");
    auto name = field_of(FieldKind::Text, {50, 30, 70.75, 12.5}, "name");
    name.face = FieldFace::Name;
    const auto sheet = sheet_of({number, name});
    const std::vector<FieldValue> values{said(Value(std::int64_t{1234567}), "1234567"),
                                         said("𠮷邉\U000E0110")};
    Typesetter typesetter;
    const auto here = fill_trial(sheet, values, typesetter);

    const std::string zone = getenv("TZ") ? getenv("TZ") : "";
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    const std::string c_locale = setlocale(LC_ALL, nullptr);
    setlocale(LC_ALL, "C.UTF-8");
    const auto usual = std::locale::global(std::locale(std::locale::classic(), new OtherNumbers));
    Typesetter other;
    const auto there = fill_trial(sheet, values, other);
    std::locale::global(usual);
    setlocale(LC_ALL, c_locale.c_str());
    zone.empty() ? unsetenv("TZ") : setenv("TZ", zone.c_str(), 1);
    tzset();

    REQUIRE(here);
    REQUIRE(there);
    CHECK(here->pdf == there->pdf);
}
