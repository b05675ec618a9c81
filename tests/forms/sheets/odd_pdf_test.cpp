#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "forms/sheets/canvas.hpp"
#include "forms/sheets/fill.hpp"
#include "forms/sheets/overlay.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr double kDpi = 72;

std::string written(QPDF& pdf, bool encrypted = false) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    if (encrypted)
        writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                         true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

// Changes the first page of a blank.
template <class Change>
std::string changed(const std::string& blank, const Change& change) {
    QPDF pdf;
    pdf.processMemoryFile("blank", blank.data(), blank.size());
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    change(pdf, page);
    return written(pdf);
}

std::string plain_blank(PaperSize size, Typesetter& typesetter, int pages = 1) {
    Canvas canvas(typesetter, size, {"様式", 2026y / 1 / 1});
    for (int page = 1; page <= pages; ++page) {
        if (page > 1) canvas.next_page();
        canvas.frame({10, 10, size.w - 20, size.h - 20}, {0.4, 0, Dash::Solid});
        const std::string words = "書かない市長様";
        canvas.text(typesetter.faces().shape(words, {TextRole::Ui, "ja"}), words, 14, 18, 10);
    }
    return *canvas.finish();
}

SheetTemplate sheet_for(PaperSize size) {
    auto field = field_of(FieldKind::Text, {40, 60, 60, 9}, "name");
    field.face = FieldFace::Name;
    field.size = 16;
    auto sheet = sheet_of({field});
    sheet.width = size.w;
    sheet.height = size.h;
    return sheet;
}

Result<FilledSheet> fill_over(const std::string& blank, const SheetTemplate& sheet, Typesetter& typesetter) {
    const TrialFolder folder;
    SheetValues values{{}, {}};
    for (const auto& field : sheet.fields) {
        values.values.push_back(said("𠮷邉\U000E0110　健一"));
        values.labels.push_back(field.id);
    }
    return fill(sheet, folder.write("odd.pdf", blank), values, {"1122-014", 2026y / 11 / 22}, typesetter);
}

// The page as seen has ink in the field, the name can be read back, and everything else is the blank's.
void check_filled(const std::string& blank, const SheetTemplate& sheet, Typesetter& typesetter) {
    const auto filled = fill_over(blank, sheet, typesetter);
    INFO((filled ? std::string() : filled.error().detail));
    REQUIRE(filled);
    const auto& at = sheet.fields.front().at;
    const Box box{at.x, at.y, at.w, at.h};
    const auto before = *picture_of(blank, at.page, kDpi);
    const auto after = *picture_of(filled->pdf, at.page, kDpi);
    REQUIRE(before.width == after.width);
    REQUIRE(before.height == after.height);
    CHECK(differ_inside(before, after, box, kDpi));
    CHECK_FALSE(differ_outside(before, after, {box}, kDpi));
    CHECK(text_of(filled->pdf).find("𠮷邉\U000E0110健一") != std::string::npos);
}

void check_refused(const std::string& blank, const SheetTemplate& sheet, Typesetter& typesetter,
                   const std::string& because) {
    const auto filled = fill_over(blank, sheet, typesetter);
    REQUIRE_FALSE(filled);
    INFO(filled.error().detail);
    CHECK(filled.error().detail.starts_with("odd.pdf: "));
    CHECK(filled.error().detail.find(because) != std::string::npos);
}

}  // namespace

TEST_CASE("a turned page is filled where the reader sees the field", "[forms][sheets][odd]") {
    Typesetter typesetter;
    for (const int degrees : {90, 180, 270, -90, 450}) {
        INFO(degrees);
        const bool lies = degrees % 180 != 0;
        const auto blank = changed(plain_blank({210, 297}, typesetter), [&](QPDF&, QPDFObjectHandle& page) {
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(degrees));
        });
        check_filled(blank, sheet_for(lies ? PaperSize{297, 210} : PaperSize{210, 297}), typesetter);
    }
}

TEST_CASE("a page cropped away from the origin is filled in what is left of it", "[forms][sheets][odd]") {
    Typesetter typesetter;
    for (const int degrees : {0, 90}) {
        const auto blank = changed(plain_blank({260, 347}, typesetter), [&](QPDF&, QPDFObjectHandle& page) {
            page.replaceKey("/CropBox",
                            QPDFObjectHandle::parse("[70.866 56.693 666.142 898.583]"));  // A4 inside
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(degrees));
        });
        check_filled(blank, sheet_for(degrees == 0 ? PaperSize{210, 297} : PaperSize{297, 210}), typesetter);
    }
}

TEST_CASE("A3, A4, A5, B5, upright and across, and a box that begins elsewhere are filled",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    for (const auto upright :
         {PaperSize{297, 420}, PaperSize{210, 297}, PaperSize{148, 210}, PaperSize{182, 257}})
        for (const auto size : {upright, PaperSize{upright.h, upright.w}})
            check_filled(plain_blank(size, typesetter), sheet_for(size), typesetter);
    const auto moved = changed(plain_blank({210, 297}, typesetter), [](QPDF&, QPDFObjectHandle& page) {
        page.replaceKey("/MediaBox", QPDFObjectHandle::parse("[-30 -20 565.276 821.89]"));
    });
    check_filled(moved, sheet_for({210, 297}), typesetter);
}

TEST_CASE("a scan is filled like any other page", "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto scan = changed(plain_blank({210, 297}, typesetter), [](QPDF& pdf, QPDFObjectHandle& page) {
        auto image = pdf.newStream(std::string(64 * 64, '\xC8'));
        image.replaceDict(
            QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace "
                                    "/DeviceGray /BitsPerComponent 8 >>"));
        auto resources = QPDFObjectHandle::parse("<< /XObject << >> >>");
        resources.getKey("/XObject").replaceKey("/Scan", image);
        page.replaceKey("/Resources", resources);
        page.replaceKey("/Contents", pdf.newStream("q 595.276 0 0 841.89 0 0 cm /Scan Do Q"));
    });
    check_filled(scan, sheet_for({210, 297}), typesetter);
}

TEST_CASE("two forms on one A3 sheet and pages that share their resources are filled",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto two_up = changed(plain_blank({420, 297}, typesetter), [&](QPDF& pdf, QPDFObjectHandle& page) {
        QPDFPageObjectHelper helper(page);
        auto form = helper.getFormXObjectForPage();
        auto resources = QPDFObjectHandle::parse("<< /XObject << >> >>");
        resources.getKey("/XObject").replaceKey("/One", form);
        page.replaceKey("/Resources", resources);
        page.replaceKey("/Contents",
                        pdf.newStream("q .5 0 0 .5 0 200 cm /One Do Q q .5 0 0 .5 595 200 cm /One Do Q"));
    });
    check_filled(two_up, sheet_for({420, 297}), typesetter);

    auto sheet = sheet_for({210, 297});
    sheet.pages = 3;
    sheet.fields.front().at.page = 2;
    check_filled(plain_blank({210, 297}, typesetter, 3), sheet, typesetter);
}

TEST_CASE("of a page that stands in the document twice, only the one that has the field is filled",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto blank = changed(plain_blank({210, 297}, typesetter), [](QPDF& pdf, QPDFObjectHandle& page) {
        auto tree = pdf.getRoot().getKey("/Pages");
        tree.getKey("/Kids").appendItem(page);
        tree.replaceKey("/Count", QPDFObjectHandle::newInteger(2));
    });
    auto sheet = sheet_for({210, 297});
    sheet.pages = 2;
    sheet.fields.front().at.page = 2;
    check_filled(blank, sheet, typesetter);
    const auto filled = fill_over(blank, sheet, typesetter);
    CHECK(picture_of(filled->pdf, 1, kDpi)->rgb == picture_of(blank, 1, kDpi)->rgb);
}

TEST_CASE("the last of three hundred pages is filled, and the blank's own bytes stay as they were",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    auto sheet = sheet_for({210, 297});
    sheet.pages = 300;
    sheet.fields.front().at.page = 300;
    const auto blank = plain_blank({210, 297}, typesetter, 300);
    check_filled(blank, sheet, typesetter);
    CHECK(fill_over(blank, sheet, typesetter)->pdf.starts_with(blank));
}

TEST_CASE("a page that leaves its graphics state turned over is still filled upright",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto blank = changed(plain_blank({210, 297}, typesetter), [](QPDF& pdf, QPDFObjectHandle& page) {
        QPDFPageObjectHelper(page).addPageContents(pdf.newStream("\n0.5 0 0 0.5 100 100 cm\n"), false);
    });
    check_filled(blank, sheet_for({210, 297}), typesetter);
}

TEST_CASE("a form with fields to type in becomes plain paper with our words on it", "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto blank = changed(plain_blank({210, 297}, typesetter), [](QPDF& pdf, QPDFObjectHandle& page) {
        auto widget = pdf.makeIndirectObject(
            QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /F 4 /Rect [113 645 "
                                    "284 672] /DA (/Helv 12 Tf 0 g) >>"));
        auto appearance = pdf.newStream("1 1 0.6 rg 0 0 171 27 re f");
        appearance.replaceDict(
            QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /BBox [0 0 171 27] >>"));
        auto looks = QPDFObjectHandle::newDictionary();
        looks.replaceKey("/N", appearance);
        widget.replaceKey("/AP", looks);
        page.replaceKey("/Annots", QPDFObjectHandle::newArray({widget}));
        auto form = QPDFObjectHandle::newDictionary();
        form.replaceKey("/Fields", QPDFObjectHandle::newArray({widget}));
        pdf.getRoot().replaceKey("/AcroForm", form);
    });
    check_filled(blank, sheet_for({210, 297}), typesetter);
    const auto filled = fill_over(blank, sheet_for({210, 297}), typesetter);
    QPDF pdf;
    pdf.processMemoryFile("filled", filled->pdf.data(), filled->pdf.size());
    CHECK_FALSE(pdf.getRoot().hasKey("/AcroForm"));
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().front();
    CHECK(page.getAnnotations("/Widget").empty());
}

TEST_CASE("what cannot be filled is refused with the file and the reason", "[forms][sheets][odd]") {
    Typesetter typesetter;
    const auto sheet = sheet_for({210, 297});
    const auto blank = plain_blank({210, 297}, typesetter);
    check_refused("", sheet, typesetter, "PDF として読めません");
    check_refused("%PDF-1.7\nnot really\n", sheet, typesetter, "PDF として読めません");
    check_refused(blank.substr(0, blank.size() / 2), sheet, typesetter, "PDF として読めません");

    QPDF pdf;
    pdf.processMemoryFile("blank", blank.data(), blank.size());
    check_refused(written(pdf, true), sheet, typesetter, "暗号化");

    check_refused(plain_blank({210, 297}, typesetter, 300), sheet, typesetter, "1ページのはずが300ページ");
    check_refused(std::string(kLargestBlank + 1, ' '), sheet, typesetter, "大きすぎます");
}

TEST_CASE("a blank that is no longer what the template was made for is refused with the difference",
          "[forms][sheets][odd]") {
    Typesetter typesetter;
    check_refused(plain_blank({297, 210}, typesetter), sheet_for({210, 297}), typesetter,
                  "1ページ目が 210.0×297.0 mm のはずが 297.0×210.0 mm");
    auto two = sheet_for({210, 297});
    two.pages = 2;
    check_refused(plain_blank({210, 297}, typesetter), two, typesetter, "2ページのはずが1ページ");
}
