#include "forms/sheets/overlay.hpp"

#include <fmt/core.h>

#include <cmath>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "forms/sheets/page_place.hpp"

namespace forms {
namespace {

constexpr double kTolerance = 0.5;  // mm: how far a page may differ from its template's size

// Something that is wrong with the blank, on its way to the one catch below.
struct Refused {
    Errc code;
    std::string detail;
};

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

void open(QPDF& pdf, const std::filesystem::path& file) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(file, problem);
    if (problem) throw Refused{Errc::FileUnreadable, "読めません"};
    if (size > kLargestBlank) throw Refused{Errc::TooLarge, fmt::format("{} バイトあり、大きすぎます", size)};
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processFile(file.c_str());
    if (pdf.isEncrypted())
        throw Refused{Errc::Malformed, "暗号化されています。保護を外した PDF を置いてください"};
}

// The city's own appearances become part of the page; nothing on it can be typed into any more.
void flatten(QPDF& pdf) {
    if (!pdf.getRoot().hasKey("/AcroForm")) return;
    QPDFAcroFormDocumentHelper(pdf).generateAppearancesIfNeeded();
    QPDFPageDocumentHelper(pdf).flattenAnnotations();
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
    open(pdf, blank);
    QPDFPageDocumentHelper document(pdf);
    check_pages(document.getAllPages(), sheet);
    flatten(pdf);

    QPDF drawn;
    drawn.processMemoryFile("layer", layer.data(), layer.size());
    const auto pages = document.getAllPages();
    const auto layers = QPDFPageDocumentHelper(drawn).getAllPages();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (i < pages.size())
            lay_over(pdf, pages[i], layers[i]);
        else
            document.addPage(layers[i], false);
    }
    describe(pdf, info);
    return written(pdf);
}

}  // namespace

// qpdf reports every problem by throwing; this is the one place that catches.
Result<std::string> overlay(const std::filesystem::path& blank, const SheetTemplate& sheet,
                            const std::string& layer, const DocumentInfo& info) try {
    return laid_over(blank, sheet, layer, info);
} catch (const Refused& refused) {
    return fail(refused.code, blank.filename().string() + ": " + refused.detail);
} catch (const QPDFExc& problem) {
    const bool locked = problem.getErrorCode() == qpdf_e_password;
    return fail(
        Errc::Malformed,
        blank.filename().string() + (locked ? ": 暗号化されています。保護を外した PDF を置いてください"
                                            : ": PDF として読めません (" + problem.getMessageDetail() + ")"));
} catch (const std::exception& problem) {
    return fail(Errc::Malformed, blank.filename().string() + ": " + problem.what());
}

}  // namespace forms
