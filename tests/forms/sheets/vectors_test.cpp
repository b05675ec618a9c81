#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <locale>
#include <set>

#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

constexpr double kDpi = 80;
constexpr int kRefused = 50;
constexpr int kPrivateUse = 33;
constexpr int kRows = 10;

// Every name in a field of one kind, ten to a page.
struct Vectors {
    SheetTemplate sheet = sheet_of({});
    std::vector<FieldValue> values;
};

std::string id_of(int number) {
    return "v" + std::to_string(number);
}

Vectors vectors_in(FieldKind kind, FieldFace face) {
    Vectors made;
    Typesetter typesetter;
    for (const auto& vector : name_vectors()) {
        const int row = (vector.number - 1) % kRows;
        auto field = field_of(kind, {20, 20.0 + row * 25, 170, 20}, id_of(vector.number));
        field.at.page = (vector.number - 1) / kRows + 1;
        field.face = face;
        if (kind == FieldKind::Cells)
            field.cells = static_cast<int>(typesetter.faces().breaks().clusters(vector.text).size());
        made.sheet.fields.push_back(std::move(field));
        made.values.push_back(said(vector.text));
    }
    made.sheet.pages = 50 / kRows;
    return made;
}

// pdftotext of one page; white space is the page's, not the name's.
std::string page_text(const std::string& file, int page) {
    const auto number = std::to_string(page);
    return without_space(run("pdftotext -q -raw -f " + number + " -l " + number + " " + file + " -").words);
}

void check_words(const FilledSheet& filled, int page, int from) {
    const TrialFolder folder;
    const auto text = page_text(folder.write("a.pdf", filled.pdf).string(), page);
    for (int number = from; number < from + kRows && number != kRefused; ++number) {
        INFO(number);
        CHECK(text.find(without_space(name_vectors().at(static_cast<std::size_t>(number - 1)).text)) !=
              std::string::npos);
    }
    CHECK(text.find("\u202E") == std::string::npos);
}

void check_ink(const Vectors& made, const std::string& blank, const FilledSheet& filled, int page) {
    const auto before = *picture_of(blank, page, kDpi);
    const auto after = *picture_of(filled.pdf, page, kDpi);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < made.sheet.fields.size(); ++i) {
        const auto& field = made.sheet.fields[i];
        if (field.at.page != page) continue;
        const Box box{field.at.x, field.at.y, field.at.w, field.at.h};
        boxes.push_back(box);
        INFO(field.id);
        CHECK(differ_inside(before, after, box, kDpi) == (field.id != id_of(kRefused)));
    }
    CHECK_FALSE(differ_outside(before, after, boxes, kDpi));
}

void check_kind(FieldKind kind, FieldFace face) {
    const auto made = vectors_in(kind, face);
    Typesetter typesetter;
    const auto blank = blank_for(made.sheet, typesetter);
    const auto filled = fill_trial(made.sheet, made.values, typesetter);
    REQUIRE(filled);
    CHECK(filled->pages == made.sheet.pages);
    CHECK(filled->report.overflows.empty());
    CHECK(filled->report.refused == std::vector{id_of(kRefused)});
    REQUIRE(filled->report.undrawn.size() == 1);
    CHECK(filled->report.undrawn.front() == UndrawnCharacters{id_of(kPrivateUse), "U+10DE92", false});
    for (int page = 1; page <= made.sheet.pages; ++page) {
        check_ink(made, blank, *filled, page);
        if (kind != FieldKind::Qr) check_words(*filled, page, (page - 1) * kRows + 1);
    }
}

}  // namespace

TEST_CASE("all fifty names in a field of text: read back to the byte, with ink in its box only",
          "[forms][sheets][vectors]") {
    check_kind(FieldKind::Text, FieldFace::Name);
}

TEST_CASE("all fifty names in the interface's face: each form from a face that has it",
          "[forms][sheets][vectors]") {
    check_kind(FieldKind::Text, FieldFace::Text);
}

TEST_CASE("all fifty names over lines", "[forms][sheets][vectors]") {
    check_kind(FieldKind::Lines, FieldFace::Name);
}

TEST_CASE("all fifty names where a number or a date was expected: still drawn or flagged",
          "[forms][sheets][vectors]") {
    check_kind(FieldKind::Number, FieldFace::Name);
    check_kind(FieldKind::DatePart, FieldFace::Text);
}

TEST_CASE("all fifty names where only a mark or a hand may stand: nothing is written",
          "[forms][sheets][vectors]") {
    for (const auto kind : {FieldKind::EraCircle, FieldKind::Signature}) {
        const auto made = vectors_in(kind, FieldFace::Name);
        Typesetter typesetter;
        const auto blank = blank_for(made.sheet, typesetter);
        const auto filled = fill_trial(made.sheet, made.values, typesetter);
        REQUIRE(filled);
        CHECK(text_of(filled->pdf) == text_of(blank));
        for (int page = 1; page <= made.sheet.pages; ++page)
            CHECK(picture_of(filled->pdf, page, kDpi)->rgb == picture_of(blank, page, kDpi)->rgb);
    }
    for (const auto kind : {FieldKind::Check, FieldKind::Circle}) {  // a name ticks nothing by itself
        auto made = vectors_in(kind, FieldFace::Name);
        for (auto& field : made.sheet.fields) field.item = "applicant.name";
        Typesetter typesetter;
        const auto filled = fill_trial(made.sheet, made.values, typesetter);
        REQUIRE(filled);
        CHECK(picture_of(filled->pdf, 1, kDpi)->rgb ==
              picture_of(blank_for(made.sheet, typesetter), 1, kDpi)->rgb);
    }
}

TEST_CASE("all fifty names one character to a cell: every cell has its ink", "[forms][sheets][vectors]") {
    auto made = vectors_in(FieldKind::Cells, FieldFace::Name);
    Typesetter typesetter;
    const auto blank = blank_for(made.sheet, typesetter);
    const auto filled = fill_trial(made.sheet, made.values, typesetter);
    REQUIRE(filled);
    const std::set<std::string> too_narrow{id_of(45)};  // 105 cells in 170 mm: letters nobody could read
    for (const auto& each : filled->report.overflows) CHECK(too_narrow.contains(each.field));
    CHECK(filled->report.overflows.size() == too_narrow.size());
    for (int page = 1; page <= made.sheet.pages; ++page) {
        const auto before = *picture_of(blank, page, kDpi);
        const auto after = *picture_of(filled->pdf, page, kDpi);
        for (std::size_t i = 0; i < made.sheet.fields.size(); ++i) {
            const auto& field = made.sheet.fields[i];
            const auto& name = std::get<std::string>(*made.values[i].value);
            if (field.at.page != page || field.id == id_of(kRefused) || too_narrow.contains(field.id))
                continue;
            const auto clusters = typesetter.faces().breaks().clusters(name);
            for (std::size_t cell = 0; cell < clusters.size(); ++cell) {
                const double width = field.at.w / field.cells;
                const Box box{field.at.x + width * static_cast<double>(cell), field.at.y, width, field.at.h};
                const auto cluster = clusters[cell].of(name);
                INFO(field.id << " " << cluster);
                CHECK(differ_inside(before, after, box, kDpi) == (cluster != " " && cluster != "\u3000"));
            }
        }
    }
}

TEST_CASE("all fifty names as a QR code", "[forms][sheets][vectors]") {
    const auto made = vectors_in(FieldKind::Qr, FieldFace::Text);
    Typesetter typesetter;
    const auto blank = blank_for(made.sheet, typesetter);
    const auto filled = fill_trial(made.sheet, made.values, typesetter);
    REQUIRE(filled);
    CHECK(filled->report.refused == std::vector{id_of(kRefused)});
    for (int page = 1; page <= made.sheet.pages; ++page) check_ink(made, blank, *filled, page);
}

TEST_CASE("another time zone and another locale make the same bytes", "[forms][sheets]") {
    const auto made = vectors_in(FieldKind::Text, FieldFace::Name);
    Typesetter here;
    const auto at_home = fill_trial(made.sheet, made.values, here);
    REQUIRE(at_home);

    struct Comma : std::numpunct<char> {  // as a German or French machine writes numbers
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    const auto before = std::locale::global(std::locale(std::locale::classic(), new Comma));
    for (const auto* locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"})
        if (std::setlocale(LC_ALL, locale) != nullptr) break;
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    Typesetter there;
    const auto abroad = fill_trial(made.sheet, made.values, there);
    unsetenv("TZ");
    tzset();
    std::locale::global(before);
    std::setlocale(LC_ALL, "C");

    REQUIRE(abroad);
    CHECK(abroad->pdf == at_home->pdf);
}
