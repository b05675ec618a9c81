#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/sheets/canvas.hpp"
#include "tests/forms/sheets/page_letters.hpp"
#include "tests/forms/sheets/paper_trial.hpp"
#include "tests/support/name_faces.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr double kDpi = 100;
constexpr int kPrivateUse = 33;
constexpr int kRefused = 50;

// One name on an empty page, wide enough for the longest on one line.
struct OneName {
    std::string blank;
    FilledSheet filled;
};

OneName written(const std::string& name, Typesetter& typesetter) {
    auto field = field_of(FieldKind::Text, {10, 30, 190, 10}, "name");
    field.face = FieldFace::Name;
    Canvas canvas(typesetter, {210, 297}, {"様式", Date{}});
    auto blank = canvas.finish().value();
    const TrialFolder folder;
    const auto sheet = sheet_of({field});
    auto filled = fill(sheet, folder.write(sheet.blank, blank), {{said(name)}, {"name"}},
                       {"", 2026y / 11 / 22}, typesetter);
    REQUIRE(filled);
    return {std::move(blank), std::move(*filled)};
}

// The fonts in the order in which they change along the page.
std::vector<std::string> fonts_along(const std::vector<PageLetter>& letters) {
    std::vector<std::string> fonts;
    for (const auto& letter : letters)
        if (fonts.empty() || fonts.back() != letter.font) fonts.push_back(letter.font);
    return fonts;
}

}  // namespace

TEST_CASE(
    "each test name is read back from its paper byte for byte, in the faces of the list, with ink for every "
    "cluster",
    "[forms][sheets][vectors]") {
    Typesetter typesetter;
    const auto faces = name_faces();
    for (const auto& vector : name_vectors()) {
        INFO(vector.number << " " << vector.note);
        const auto paper = written(vector.text, typesetter);
        const TrialFolder folder;
        // In the order of the content: guessing at columns, pdftotext joins letters that stand evenly apart.
        const auto text =
            run("pdftotext -q -raw " + folder.write("a.pdf", paper.filled.pdf).string() + " -").words;
        if (vector.number == kRefused) {
            CHECK(paper.filled.report.refused == std::vector<std::string>{"name"});
            CHECK(without_space(text).empty());
            continue;
        }
        CHECK(text == vector.text + "\n\f");
        CHECK(paper.filled.report.undrawn.empty() == (vector.number != kPrivateUse));
        const auto letters = letters_on(paper.filled.pdf, 1);
        CHECK(fonts_along(letters) == faces.at(vector.number));
        CHECK(clusters_without_ink(letters, vector.text, typesetter.faces(),
                                   *picture_of(paper.blank, 1, kDpi), *picture_of(paper.filled.pdf, 1, kDpi),
                                   kDpi)
                  .empty());
    }
}
