#include "forms/sheets/overlay.hpp"

#include <fmt/core.h>

#include <cmath>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "forms/sheets/append_update.hpp"
#include "forms/sheets/page_place.hpp"

namespace forms {
namespace {

constexpr double kTolerance = 0.5;  // mm: how far a page may differ from its template's size

void check_pages(const std::vector<QPDFPageObjectHelper>& pages, const SheetTemplate& sheet) {
    if (static_cast<int>(pages.size()) != sheet.pages)
        throw Refused{Errc::Malformed,
                      fmt::format("{}ページのはずが{}ページあります", sheet.pages, pages.size())};
    int number = 1;
    for (const auto& page : pages) {
        const auto size = place_of(page).size;
        if (std::abs(size.w - sheet.width) > kTolerance || std::abs(size.h - sheet.height) > kTolerance)
            throw Refused{Errc::Malformed,
                          fmt::format("{}ページ目が {:.1f}×{:.1f} mm のはずが {:.1f}×{:.1f} mm です", number,
                                      sheet.width, sheet.height, size.w, size.h)};
        ++number;
    }
}

// What the blank shows in a field that is filled from the visit would stand under our words.
void remove_widgets(QPDFPageObjectHelper page, QPDFAcroFormDocumentHelper& form,
                    const std::set<std::string>& taken) {
    auto kept = QPDFObjectHandle::newArray();
    for (auto& each : page.getAnnotations()) {
        const bool widget = each.getSubtype() == "/Widget";
        if (!widget || !taken.contains(form.getFieldForAnnotation(each).getFullyQualifiedName()))
            kept.appendItem(each.getObjectHandle());
    }
    page.getObjectHandle().replaceKey("/Annots", kept);
}

// The city's own appearances become part of the page; nothing on it can be typed into any more.
void flatten(QPDF& pdf, const SheetTemplate& sheet) {
    std::set<std::string> taken;
    for (const auto& field : sheet.fields)
        if (!field.widget.empty()) taken.insert(field.widget);
    QPDFAcroFormDocumentHelper form(pdf);
    for (const auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) remove_widgets(page, form, taken);
    form.generateAppearancesIfNeeded();
    QPDFPageDocumentHelper(pdf).flattenAnnotations(an_print, an_invisible | an_hidden);
    pdf.getRoot().removeKey("/AcroForm");
}

std::string matrix_text(const std::array<double, 6>& matrix) {
    return fmt::format("{:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g}", matrix[0], matrix[1], matrix[2],
                       matrix[3], matrix[4], matrix[5]);
}

void lay_over(QPDF& pdf, QPDFPageObjectHelper page, QPDFPageObjectHelper layer) {
    auto resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary())
        page.getObjectHandle().replaceKey("/Resources", resources = QPDFObjectHandle::newDictionary());
    auto forms = resources.getKey("/XObject");
    if (!forms.isDictionary()) {
        resources.replaceKey("/XObject", forms = QPDFObjectHandle::newDictionary());
    } else {
        resources.replaceKey("/XObject", forms = forms.shallowCopy());  // may be shared with other pages
    }
    int suffix = 0;
    const auto name = resources.getUniqueResourceName("/Kakanai", suffix);
    forms.replaceKey(name, pdf.copyForeignObject(layer.getFormXObjectForPage()));
    page.addPageContents(pdf.newStream("q\n"), true);
    page.addPageContents(
        pdf.newStream(fmt::format("\nQ\nq {} cm {} Do Q\n", matrix_text(place_of(page).matrix), name)),
        false);
}

void describe(QPDF& pdf, const DocumentInfo& info) {
    auto words = QPDFObjectHandle::newDictionary();
    words.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(info.title));
    words.replaceKey("/Creator", QPDFObjectHandle::newString("Kakanai " KAKANAI_VERSION));
    words.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_time(info.created)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(words));
    pdf.getRoot().removeKey("/Metadata");  // the template author's
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string laid_over(const std::filesystem::path& blank, const SheetTemplate& sheet,
                      const std::string& layer, const DocumentInfo& info) {
    QPDF pdf;
    const auto original = open_blank(pdf, blank);
    const auto numbered = pdf.getObjectCount();
    QPDFPageDocumentHelper document(pdf);
    const auto pages = document.getAllPages();
    check_pages(pages, sheet);
    const bool form = pdf.getRoot().hasKey("/AcroForm");
    if (form) flatten(pdf, sheet);

    QPDF drawn;
    drawn.processMemoryFile("layer", layer.data(), layer.size());
    const auto layers = QPDFPageDocumentHelper(drawn).getAllPages();
    // Only what is laid over pages can be appended; forms and new pages change the document all over, and so
    // did qpdf when it had to put its pages right.
    const bool only_over = !form && layers.size() <= pages.size() && pdf.getObjectCount() == numbered;
    Changes changes{{pdf.getRoot().getObjGen()}, static_cast<int>(numbered)};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (i < pages.size()) {
            lay_over(pdf, pages[i], layers[i]);
            changes.touched.push_back(pages[i].getObjectHandle().getObjGen());
        } else {
            document.addPage(layers[i], false);
        }
    }
    describe(pdf, info);
    if (only_over)
        if (auto appended = append_update(original, pdf, changes, info.title + layer))
            return std::move(*appended);
    return written(pdf);
}

}  // namespace

// qpdf reports every problem by throwing; this is the one place that catches.
Result<std::string> overlay(const std::filesystem::path& blank, const SheetTemplate& sheet,
                            const std::string& layer, const DocumentInfo& info) try {
    return laid_over(blank, sheet, layer, info);
} catch (...) {
    return tl::make_unexpected(what_is_wrong(blank));
}

}  // namespace forms
