#include "tests/forms/sheets/random_fills.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "forms/facts/date.hpp"
#include "forms/sheets/canvas.hpp"
#include "forms/sheets/field_words.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr double kDpi = 100;
constexpr int kBlanks = 5;
constexpr std::size_t kEnoughWords = 4000;  // bytes

// Papers as the reader sees them, and how far their pages are turned.
constexpr std::array<PaperSize, kBlanks> kPapers{
    {{210, 297}, {297, 210}, {420, 297}, {148, 210}, {182, 257}}};
constexpr std::array<int, kBlanks> kTurns{0, 90, 0, 180, 270};

std::string turned(const std::string& pdf, int degrees) {
    QPDF document;
    document.processMemoryFile("blank", pdf.data(), pdf.size());
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages())
        page.getObjectHandle().replaceKey("/Rotate", QPDFObjectHandle::newInteger(degrees));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

Field random_field(Dice& dice, Box box, int number) {
    constexpr std::array<FieldKind, 12> kKinds{FieldKind::Text,     FieldKind::Text,   FieldKind::Text,
                                               FieldKind::Text,     FieldKind::Lines,  FieldKind::Lines,
                                               FieldKind::Cells,    FieldKind::Number, FieldKind::Check,
                                               FieldKind::DatePart, FieldKind::Circle, FieldKind::Qr};
    auto field =
        field_of(kKinds[static_cast<std::size_t>(dice.below(12))], box, "f" + std::to_string(number));
    field.face = dice.below(2) == 0 ? FieldFace::Name : FieldFace::Text;
    field.size = dice.between(7, 20);
    field.align = static_cast<FieldAlign>(dice.below(3));
    field.fit = static_cast<FieldFit>(dice.below(3));
    field.cells = 4 + dice.below(14);
    field.fill = dice.below(2) == 0 ? CellFill::Left : CellFill::Right;
    field.part = dice.below(2) == 0 ? DatePart::Wareki : DatePart::Western;
    return field;
}

FieldValue random_value(Dice& dice, FieldKind kind) {
    switch (kind) {
        case FieldKind::Number: {
            const std::int64_t number = dice.below(2'000'000'000);
            return said(Value(number), std::to_string(number));
        }
        case FieldKind::DatePart: {
            const Date day{std::chrono::sys_days(1926y / 12 / 25) + std::chrono::days(dice.below(40'000))};
            return said(Value(day), wareki_text(day));
        }
        case FieldKind::Check:
        case FieldKind::Circle:
            return said(Value(true), "はい");
        case FieldKind::Cells:
            return said(std::to_string(dice.below(2'000'000'000)));
        default:
            return said(random_words(dice));
    }
}

bool has_letters(FieldKind kind) {
    return kind != FieldKind::Check && kind != FieldKind::Circle && kind != FieldKind::Qr;
}

// pdftotext takes a hyphen at the end of a line for a divided word and leaves it out.
std::string without_hyphens(std::string text) {
    std::erase(text, '-');
    for (auto at = text.find("\u2010"); at != std::string::npos; at = text.find("\u2010", at))
        text.erase(at, 3);
    return text;
}

bool points_to_continuation(const std::string& words) {
    return words.empty() || words == "別紙のとおり" || words == "別紙" || words == "※";
}

}  // namespace

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

const RandomFills::Blank& RandomFills::blank(int number) {
    const auto known = blanks_.find(number);
    if (known != blanks_.end()) return known->second;
    const auto seen = kPapers.at(static_cast<std::size_t>(number));
    const int degrees = kTurns.at(static_cast<std::size_t>(number));
    const bool lies = degrees % 180 != 0;
    const PaperSize size = lies ? PaperSize{seen.h, seen.w} : seen;
    Canvas canvas(typesetter_, size, {"様式", Date{}});
    for (double y = 20; y < size.h - 10; y += 17) canvas.line(10, y, size.w - 10, y, {0.2, 0.5, Dash::Solid});
    auto pdf = turned(canvas.finish().value(), degrees);
    auto picture = picture_of(pdf, 1, kDpi).value();
    return blanks_[number] = {std::move(pdf), std::move(picture), seen};
}

// A part of the page is cut into rows of random height, each into fields of random width.
RandomFills::Layout RandomFills::random_layout(const Blank& blank) {
    Layout layout{sheet_of({}), {}};
    layout.sheet.width = blank.size.w;
    layout.sheet.height = blank.size.h;
    double y = dice_.between(8, 100);
    const double end = std::min(y + dice_.between(30, 90), blank.size.h - 20);
    while (y < end) {
        const double h = dice_.between(3, 14);
        double x = 8;
        while (x < blank.size.w - 20) {
            const double w = std::min(dice_.between(8, 90), blank.size.w - 8 - x);
            layout.sheet.fields.push_back(
                random_field(dice_, {x, y, w, h}, static_cast<int>(layout.sheet.fields.size())));
            layout.values.values.push_back(random_value(dice_, layout.sheet.fields.back().kind));
            layout.values.labels.push_back(layout.sheet.fields.back().id);
            x += w + dice_.between(0.5, 4);
        }
        y += h + dice_.between(0.5, 4);
    }
    return layout;
}

void RandomFills::fault(long& counter, const std::string& what) {
    ++counter;
    if (counts_.faults.size() < kEnoughWords)
        counts_.faults += "fill " + std::to_string(counts_.fills) + ", " + what + "\n";
}

void RandomFills::fill_one() {
    const auto& over = blank(dice_.below(kBlanks));
    const auto layout = random_layout(over);
    const auto sheet = filled(over, layout);
    ++counts_.fills;
    if (!sheet) return fault(counts_.missing, sheet.error().detail);
    look_at(over, layout, *sheet);
}

Result<FilledSheet> RandomFills::filled(const Blank& blank, const Layout& layout) {
    const TrialFolder folder;
    return fill(layout.sheet, folder.write(layout.sheet.blank, blank.pdf), layout.values,
                {"1122-014", 2026y / 11 / 22}, typesetter_);
}

std::vector<PageLetter> RandomFills::letters_alone(const Blank& blank, const Layout& layout,
                                                   std::size_t number, const Picture& among_others) {
    auto alone = layout;
    alone.sheet.fields = {layout.sheet.fields[number]};
    alone.values.values = {layout.values.values[number]};
    alone.values.labels = {layout.values.labels[number]};
    const auto pdf = filled(blank, alone).value().pdf;
    const auto& at = alone.sheet.fields.front().at;
    const Box box{at.x, at.y, at.w, at.h};
    if (differ_inside(picture_of(pdf, 1, kDpi).value(), among_others, box, kDpi)) return {};
    ++counts_.read_alone;
    return letters_in(letters_on(pdf, 1), box);
}

void RandomFills::look_at(const Blank& blank, const Layout& layout, const FilledSheet& filled) {
    const auto picture = picture_of(filled.pdf, 1, kDpi).value();
    const auto letters = letters_on(filled.pdf, 1);
    const auto text = without_hyphens(text_of(filled.pdf));
    std::vector<Box> boxes;
    std::size_t in_boxes = 0;
    for (std::size_t i = 0; i < layout.sheet.fields.size(); ++i) {
        const auto& field = layout.sheet.fields[i];
        boxes.push_back({field.at.x, field.at.y, field.at.w, field.at.h});
        ++counts_.fields;
        auto here = letters_in(letters, boxes.back());
        in_boxes += here.size();
        const bool continued = std::ranges::find(filled.report.overflows, field.id, &Overflow::field) !=
                               filled.report.overflows.end();
        counts_.continued += continued ? 1 : 0;
        const auto words = field_words(field, layout.values.values[i]);
        if (has_letters(field.kind) && !continued && bytes_of(here) != without_space(words))
            here = letters_alone(blank, layout, i, picture);
        const auto where = field.id + " " + words + " → " + bytes_of(here);
        if (!has_letters(field.kind)) {
            const bool drawn = differ_inside(blank.picture, picture, boxes.back(), kDpi);
            if (!drawn && !continued) fault(counts_.unseen, "no ink: " + where);
            continue;
        }
        if (text.find(without_hyphens(without_space(words))) == std::string::npos)
            fault(counts_.missing, "missing: " + where);
        if (continued ? !points_to_continuation(bytes_of(here)) : bytes_of(here) != without_space(words))
            fault(counts_.strayed, "strayed: " + where);
        if (continued) continue;
        counts_.letters += static_cast<long>(here.size());
        for (const auto& cluster :
             clusters_without_ink(here, words, typesetter_.faces(), blank.picture, picture, kDpi))
            fault(counts_.unseen, "no ink: " + cluster + " in " + where);
    }
    if (differ_outside(blank.picture, picture, boxes, kDpi)) fault(counts_.outside, "outside every field");
    if (in_boxes != letters.size()) fault(counts_.strayed, "letters in no field, or in two");
}
