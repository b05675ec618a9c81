#include <fmt/core.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "forms/sheets/fit.hpp"
#include "tests/forms/sheets/paper_trial.hpp"
#include "tests/forms/sheets/random_fills.hpp"

using namespace forms;

namespace {

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

TEST_CASE(
    "random layouts: nothing outside its box, nothing overlapping, nothing missing, ink for every cluster",
    "[forms][sheets][many]") {
    RandomFills trial(7);
    for (int i = 0; i < 60; ++i) trial.fill_one();
    const auto& seen = trial.counts();
    INFO(seen.faults);
    CHECK(seen.clean());
    CHECK(seen.fields > 1'000);
    CHECK(seen.letters > 5'000);
    CHECK(seen.continued > 50);
}

// tests/fills/run COUNT
TEST_CASE("as many random layouts as KAKANAI_FILLS says, with what was counted", "[.fills]") {
    const auto* count = std::getenv("KAKANAI_FILLS");
    const auto* seed = std::getenv("KAKANAI_SEED");
    RandomFills trial(seed == nullptr ? 1U : static_cast<unsigned>(std::strtoul(seed, nullptr, 10)));
    for (long left = count == nullptr ? 10'000 : std::strtol(count, nullptr, 10); left > 0; --left)
        trial.fill_one();
    const auto& seen = trial.counts();
    fmt::print("fills {}  fields {}  on a continuation sheet {}  letters {}\n", seen.fills, seen.fields,
               seen.continued, seen.letters);
    fmt::print(
        "outside their box {}  strayed or overlapping {}  missing from pdftotext {}  without ink {}  read "
        "again alone {}\n",
        seen.outside, seen.strayed, seen.missing, seen.unseen, seen.read_alone);
    INFO(seen.faults);
    CHECK(seen.clean());
}

TEST_CASE("faces come and go, and Cairo's memory of them does no harm", "[forms][sheets][many]") {
    auto name = field_of(FieldKind::Text, {50, 30, 70, 12}, "name");
    name.face = FieldFace::Name;
    // More scaled fonts than Cairo keeps, from setters that are gone.
    for (int i = 0; i < 100; ++i) {
        Typesetter typesetter;
        name.size = 8 + i % 40 * 0.25;
        REQUIRE(fill_trial(sheet_of({name}), {said("𠮷邉\U000E0110 Nguyễn 健一")}, typesetter));
    }
}
