#include "forms/sheets/import_form.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "forms/pack/load.hpp"
#include "forms/sheets/canvas.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr double kDpi = 100;

// `rect` in the page's own points; `more` is what makes it the kind of field it is.
QPDFObjectHandle widget(QPDF& pdf, const std::string& name, const std::string& rect,
                        const std::string& more) {
    auto made =
        QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /Rect [" + rect + "] " + more + " >>");
    made.replaceKey("/T", QPDFObjectHandle::newUnicodeString(name));
    auto appearance = pdf.newStream("0.4 0.4 0.4 rg 2 2 10 10 re f");  // what stood in the field before
    appearance.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] >>"));
    auto looks = QPDFObjectHandle::newDictionary();
    looks.replaceKey("/N", appearance);
    made.replaceKey("/AP", looks);
    return pdf.makeIndirectObject(made);
}

// An A4 form as a city might publish it: a name, a number in a comb, an address over lines, a box, a place to
// sign and a button for the screen.
std::string form_pdf(Typesetter& typesetter, int degrees = 0) {
    Canvas canvas(typesetter, {210, 297}, {"申請書", Date{}});
    canvas.frame({10, 10, 190, 277}, {0.4, 0, Dash::Solid});
    const auto plain = canvas.finish().value();
    QPDF pdf;
    pdf.processMemoryFile("form", plain.data(), plain.size());
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    if (degrees != 0) page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(degrees));
    auto all = QPDFObjectHandle::newArray();
    for (auto& each :
         {widget(pdf, "申請者.Name", "113.386 645.165 283.465 671.811",
                 "/F 4 /FT /Tx /Ff 2 /DA (/Helv 14 Tf 0 g)"),
          widget(pdf, "account", "113.386 600 283.465 620",
                 "/F 4 /FT /Tx /Ff 16777216 /MaxLen 7 /DA (/Helv 0 Tf 0 g)"),
          widget(pdf, "住所", "113.386 500 400 560", "/F 4 /FT /Tx /Ff 4096 /Q 1 /DA (/Helv 11 Tf 0 g)"),
          widget(pdf, "heir", "113.386 470 125 482", "/F 4 /FT /Btn"),
          widget(pdf, "sign", "113.386 400 300 440", "/F 4 /FT /Sig"),
          widget(pdf, "reset", "400 40 480 60", "/F 0 /FT /Btn /Ff 65536")})
        all.appendItem(each);
    page.replaceKey("/Annots", all);
    auto form = QPDFObjectHandle::newDictionary();
    form.replaceKey("/Fields", all);
    pdf.getRoot().replaceKey("/AcroForm", form);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

TEST_CASE("a PDF's form fields become a template with their places, kinds, sizes and names",
          "[forms][sheets][import]") {
    Typesetter typesetter;
    const TrialFolder folder;
    const auto sheet = import_form(folder.write("shinsei.pdf", form_pdf(typesetter)));
    INFO((sheet ? std::string() : sheet.error().detail));
    REQUIRE(sheet);
    CHECK(sheet->id == "shinsei");
    CHECK(sheet->pages == 1);
    CHECK(sheet->width == Approx(210).margin(0.1));
    REQUIRE(sheet->fields.size() == 5);  // the button is not paper

    const auto& name = sheet->fields[0];
    CHECK(name.id == "name");
    CHECK(name.widget == "申請者.Name");
    CHECK(name.kind == FieldKind::Text);
    CHECK(name.at.x == Approx(40).margin(0.02));
    CHECK(name.at.y == Approx(60).margin(0.02));
    CHECK(name.at.w == Approx(60).margin(0.02));
    CHECK(name.at.h == Approx(9.4).margin(0.02));
    CHECK(name.size == 14);
    CHECK(name.required);
    CHECK(sheet->fields[1].kind == FieldKind::Cells);
    CHECK(sheet->fields[1].cells == 7);
    CHECK(sheet->fields[1].size == 10.5);  // 0 in the form: left to the reader
    CHECK(sheet->fields[2].kind == FieldKind::Lines);
    CHECK(sheet->fields[2].align == FieldAlign::Center);
    CHECK(sheet->fields[2].id == "field");
    CHECK(sheet->fields[3].kind == FieldKind::Check);
    CHECK(sheet->fields[4].kind == FieldKind::Signature);
}

TEST_CASE("a turned form's fields are where the reader sees them", "[forms][sheets][import]") {
    Typesetter typesetter;
    const TrialFolder folder;
    const auto sheet = import_form(folder.write("a.pdf", form_pdf(typesetter, 90)));
    REQUIRE(sheet);
    CHECK(sheet->width == Approx(297).margin(0.1));
    const auto& at =
        sheet->fields.front().at;  // a quarter turn to the right: from the left edge up to the top
    CHECK(at.x == Approx(297 - 60 - 9.4).margin(0.1));
    CHECK(at.y == Approx(40).margin(0.02));
    CHECK(at.w == Approx(9.4).margin(0.02));
    CHECK(at.h == Approx(60).margin(0.02));
}

TEST_CASE("what is imported is a pack's sheet once it is bound, and fills over what stood in its fields",
          "[forms][sheets][import]") {
    Typesetter typesetter;
    const TrialFolder folder;
    const auto blank = form_pdf(typesetter);
    const auto file = folder.write("shinsei.pdf", blank);
    const auto text = template_text(import_form(file).value());
    const auto loaded = load_files({{"sheets/shinsei.toml", text}});
    REQUIRE(loaded.pack.sheets.size() == 1);
    for (const auto& problem : loaded.problems) CHECK(problem.file != "sheets/shinsei.toml");
    const auto& sheet = loaded.pack.sheets.front();
    CHECK(sheet.fields[0].widget == "申請者.Name");

    const SheetValues values{{said("𠮷邉\U000E0110　健一"), said("1234567"),
                              said("言葉県書かない市本町３丁目"), said(Value(true), "はい"), FieldValue{}},
                             {"a", "b", "c", "d", "e"}};
    const auto filled = fill(sheet, file, values, {"", 2026y / 11 / 22}, typesetter);
    INFO((filled ? std::string() : filled.error().detail));
    REQUIRE(filled);
    CHECK(text_of(filled->pdf).find("𠮷邉\U000E0110健一") != std::string::npos);
    const auto before = *picture_of(blank, 1, kDpi);
    const auto after = *picture_of(filled->pdf, 1, kDpi);
    std::vector<Box> boxes;
    for (const auto& field : sheet.fields) boxes.push_back({field.at.x, field.at.y, field.at.w, field.at.h});
    CHECK_FALSE(differ_outside(before, after, boxes, kDpi));
    // The gray square that stood at the bottom left of the name's field is gone with its widget.
    const auto& at = sheet.fields.front().at;
    const auto x = static_cast<std::size_t>((at.x + 1.5) * kDpi / 25.4);
    const auto y = static_cast<std::size_t>((at.y + at.h - 1.2) * kDpi / 25.4);
    const auto pixel = (y * static_cast<std::size_t>(after.width) + x) * 3;
    CHECK(before.rgb.at(pixel) < 120);
    CHECK(after.rgb.at(pixel) == 255);

    QPDF pdf;
    pdf.processMemoryFile("filled", filled->pdf.data(), filled->pdf.size());
    CHECK_FALSE(pdf.getRoot().hasKey("/AcroForm"));
    CHECK(filled->report.unwritten == std::vector<std::string>{"sign"});
}

TEST_CASE("a PDF without form fields, or no PDF at all, is not imported", "[forms][sheets][import]") {
    Typesetter typesetter;
    const TrialFolder folder;
    Canvas canvas(typesetter, {210, 297}, {"申請書", Date{}});
    const auto plain = import_form(folder.write("a.pdf", canvas.finish().value()));
    REQUIRE_FALSE(plain);
    CHECK(plain.error().detail == "a.pdf: 入力欄 (AcroForm) がありません");
    CHECK_FALSE(import_form(folder.write("b.pdf", "")));
    CHECK(import_form(folder.file("c.pdf")).error().code == Errc::FileUnreadable);
}
