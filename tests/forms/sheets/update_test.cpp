#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

// A blank whose page takes its size and its turn from the page tree, as some writers of PDF leave it, with
// its objects listed in a table or packed in streams.
std::string inheriting_blank(const SheetTemplate& sheet, qpdf_object_stream_e listed,
                             Typesetter& typesetter) {
    const auto blank = blank_for(sheet, typesetter);
    QPDF pdf;
    pdf.processMemoryFile("blank", blank.data(), blank.size());
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    auto tree = pdf.getRoot().getKey("/Pages");
    tree.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
    tree.replaceKey("/MediaBox", QPDFObjectHandle::parse("[-100 -100 741.89 1095.276]"));
    tree.replaceKey("/CropBox", QPDFObjectHandle::parse("[0 0 595.276 841.89]"));
    page.removeKey("/MediaBox");
    pdf.getRoot().replaceKey("/Metadata", pdf.newStream("<who>the template's author</who>"));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setObjectStreamMode(listed);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

TEST_CASE(
    "over a page that inherits its size and turn, all is appended: the blank's bytes stay, its 別紙 is "
    "upright",
    "[forms][sheets][update]") {
    Typesetter typesetter;
    const auto long_name = name_vectors().at(44).text;
    auto sheet = sheet_of({field_of(FieldKind::Text, {50, 30, 60, 4}, "name")});
    sheet.width = 297;
    sheet.height = 210;
    for (const auto listed : {qpdf_o_disable, qpdf_o_generate}) {
        const auto blank = inheriting_blank(sheet, listed, typesetter);
        const TrialFolder folder;
        const auto filled = fill(sheet, folder.write(sheet.blank, blank), {{said(long_name)}, {"氏名"}},
                                 {"1122-014", 2026y / 11 / 22}, typesetter);
        INFO((filled ? std::string() : filled.error().detail));
        REQUIRE(filled);
        CHECK(filled->pages == 2);
        CHECK(filled->pdf.starts_with(blank));
        const auto file = folder.write("a.pdf", filled->pdf).string();
        CHECK(run("qpdf --check " + file + " 2>&1").code == 0);
        CHECK(count_pages(filled->pdf).value() == 2);
        const auto first = picture_of(filled->pdf, 1, 25.4).value();
        const auto added = picture_of(filled->pdf, 2, 25.4).value();
        CHECK(std::pair(first.width, first.height) == std::pair(297, 210));
        CHECK(std::pair(added.width, added.height) == std::pair(297, 210));
        const auto text = text_of(filled->pdf);
        CHECK(text.find(without_space(long_name)) != std::string::npos);
        CHECK(text.find("別紙のとおり") != std::string::npos);
        CHECK(run("pdfinfo -meta " + file).words.find("author") == std::string::npos);
    }
}
