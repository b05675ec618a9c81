#include "forms/sheets/overlay.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "forms/sheets/copy_objects.hpp"
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

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The pages of a layer on their way into an update of the blank.
class Layers {
public:
    Layers(QPDF& pdf, Update& update) : pdf_(pdf), update_(update), copied_(update) {}

    void lay_over(QPDFPageObjectHelper page, QPDFPageObjectHelper layer) {
        const auto name = name_form(page, add_form(layer));
        auto contents = QPDFObjectHandle::newArray({update_.reference(add_stream("q\n"))});
        for (auto& each : page.getPageContents()) contents.appendItem(each);
        contents.appendItem(update_.reference(
            add_stream(fmt::format("\nQ\nq {} cm {} Do Q\n", matrix_text(place_of(page).matrix), name))));
        page.getObjectHandle().replaceKey("/Contents", contents);
        update_.replace(page.getObjectHandle());
    }

    // What a page of the blank inherits is said anew: it is none of the added page's.
    void add_pages(const std::vector<QPDFPageObjectHelper>& added, std::size_t before) {
        if (added.empty()) return;
        auto tree = pdf_.getRoot().getKey("/Pages");
        auto kids = tree.getKey("/Kids");
        for (auto layer : added) {
            const auto number = update_.reserve();
            const auto box = layer.getMediaBox().unparse();
            update_.write(number, fmt::format("<< /Type /Page /Parent {} /MediaBox {} /CropBox {} /Rotate 0 "
                                              "/Resources {} /Contents {} >>",
                                              tree.unparse(), box, box,
                                              copied_.text(layer.getAttribute("/Resources", false)),
                                              copied_.text(layer.getObjectHandle().getKey("/Contents"))));
            kids.appendItem(update_.reference(number));
        }
        tree.replaceKey("/Kids", kids.shallowCopy());
        tree.replaceKey("/Count",
                        QPDFObjectHandle::newInteger(static_cast<long long>(before + added.size())));
        update_.replace(tree);
    }

    void finish() { copied_.finish(); }

private:
    int add_stream(const std::string& words) {
        const auto number = update_.reserve();
        update_.write_stream(number, {}, words);
        return number;
    }

    int add_form(QPDFPageObjectHelper layer) {
        const auto number = update_.reserve();
        auto content = layer.getObjectHandle().getKey("/Contents");
        const auto raw = content.getRawStreamData();
        update_.write_stream(
            number,
            fmt::format("/Type /XObject /Subtype /Form /BBox {} /Resources {} {}",
                        layer.getMediaBox().unparse(), copied_.text(layer.getAttribute("/Resources", false)),
                        copied_.entries(content.getDict())),
            {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
        return number;
    }

    // The form's name among the page's resources, which may be shared with other pages.
    std::string name_form(QPDFPageObjectHelper page, int number) {
        auto resources = page.getAttribute("/Resources", true);
        if (!resources.isDictionary())
            page.getObjectHandle().replaceKey("/Resources", resources = QPDFObjectHandle::newDictionary());
        auto forms = resources.getKey("/XObject");
        forms = forms.isDictionary() ? forms.shallowCopy() : QPDFObjectHandle::newDictionary();
        resources.replaceKey("/XObject", forms);
        int suffix = 0;
        auto name = resources.getUniqueResourceName("/Kakanai", suffix);
        forms.replaceKey(name, update_.reference(number));
        return name;
    }

    QPDF& pdf_;
    Update& update_;
    CopiedObjects copied_;
};

void describe(QPDF& pdf, Update& update, const DocumentInfo& info) {
    auto words = QPDFObjectHandle::newDictionary();
    words.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(info.title));
    words.replaceKey("/Creator", QPDFObjectHandle::newString("Kakanai " KAKANAI_VERSION));
    words.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_time(info.created)));
    const auto number = update.reserve();
    update.write(number, words.unparse());
    pdf.getTrailer().replaceKey("/Info", update.reference(number));
    if (!pdf.getRoot().hasKey("/Metadata")) return;
    pdf.getRoot().removeKey("/Metadata");  // the template author's
    update.replace(pdf.getRoot());
}

// Forms to type in are changed all over, and so is what qpdf had to put right: such a blank is written anew
// before anything is laid over it.
std::unique_ptr<QPDF> prepared(const std::filesystem::path& blank, const SheetTemplate& sheet,
                               std::string& bytes) {
    auto pdf = std::make_unique<QPDF>();
    bytes = open_blank(*pdf, blank);
    check_pages(QPDFPageDocumentHelper(*pdf).getAllPages(), sheet);
    const bool form = pdf->getRoot().hasKey("/AcroForm");
    if (form) flatten(*pdf, sheet);
    if (!form && Update::fits(bytes, *pdf)) return pdf;
    bytes = written(*pdf);
    pdf = std::make_unique<QPDF>();
    pdf->processMemoryFile("rewritten", bytes.data(), bytes.size());
    if (!Update::fits(bytes, *pdf)) throw Refused{Errc::Malformed, "ページの並びが PDF の決まりと違います"};
    return pdf;
}

std::string laid_over(const std::filesystem::path& blank, const SheetTemplate& sheet,
                      const std::string& layer, const DocumentInfo& info) {
    std::string bytes;
    const auto pdf = prepared(blank, sheet, bytes);
    QPDF drawn;
    drawn.processMemoryFile("layer", layer.data(), layer.size());
    const auto pages = QPDFPageDocumentHelper(*pdf).getAllPages();
    const auto layers = QPDFPageDocumentHelper(drawn).getAllPages();
    Update update(bytes, *pdf);
    Layers onto(*pdf, update);
    for (std::size_t i = 0; i < std::min(pages.size(), layers.size()); ++i)
        if (std::ranges::any_of(sheet.fields,
                                [&](const Field& field) { return field.at.page == static_cast<int>(i) + 1; }))
            onto.lay_over(pages[i], layers[i]);
    if (layers.size() > pages.size())
        onto.add_pages({layers.begin() + static_cast<std::ptrdiff_t>(pages.size()), layers.end()},
                       pages.size());
    onto.finish();
    describe(*pdf, update, info);
    return update.finish(info.title + layer);
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
