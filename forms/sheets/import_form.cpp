#include "forms/sheets/import_form.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "forms/sheets/open_blank.hpp"
#include "forms/sheets/page_place.hpp"

namespace forms {
namespace {

// Flags of a form field (ISO 32000-1 §12.7.3.1 and §12.7.4.3).
constexpr int kRequired = 1 << 1;
constexpr int kMultiline = 1 << 12;
constexpr int kComb = 1 << 24;
constexpr double kUsualSize = 10.5;  // pt, where the form leaves the size to the reader
constexpr double kTolerance = 0.5;   // mm between pages that count as one size

double rounded(double mm) {
    return std::round(mm * 100) / 100;
}

// A rectangle of the page's own space as the reader sees it, in millimetres from the top left.
Area seen(const PagePlace& place, const QPDFObjectHandle::Rectangle& rect, int page) {
    const auto [a, b, c, d, e, f] = place.matrix;
    const double det = a * d - b * c;
    const auto x_of = [&](double x, double y) { return (d * (x - e) - c * (y - f)) / det / kPointsPerMm; };
    const auto y_of = [&](double x, double y) {
        return place.size.h - (a * (y - f) - b * (x - e)) / det / kPointsPerMm;
    };
    const double x1 = x_of(rect.llx, rect.lly);
    const double x2 = x_of(rect.urx, rect.ury);
    const double y1 = y_of(rect.llx, rect.lly);
    const double y2 = y_of(rect.urx, rect.ury);
    return {page, rounded(std::min(x1, x2)), rounded(std::min(y1, y2)), rounded(std::abs(x2 - x1)),
            rounded(std::abs(y2 - y1))};
}

// The size in `/Helv 12 Tf 0 g`; 0 means as large as goes in.
double size_in(const std::string& appearance) {
    const auto operation = appearance.find(" Tf");
    if (operation == std::string::npos || operation == 0) return kUsualSize;
    const auto before = appearance.find_last_of(' ', operation - 1);
    const auto number = appearance.substr(before == std::string::npos ? 0 : before + 1);
    double size = 0;
    std::from_chars(number.data(), number.data() + number.size(), size);
    return size >= 1 && size <= 200 ? size : kUsualSize;
}

std::optional<FieldKind> kind_of(QPDFFormFieldObjectHelper& field) {
    if (field.isPushbutton()) return {};
    if (field.isCheckbox() || field.isRadioButton()) return FieldKind::Check;
    if (field.getFieldType() == "/Sig") return FieldKind::Signature;
    if (field.isText() && (field.getFlags() & kComb) != 0) return FieldKind::Cells;
    if (field.isText() && (field.getFlags() & kMultiline) != 0) return FieldKind::Lines;
    return FieldKind::Text;
}

class Importer {
public:
    explicit Importer(SheetTemplate& sheet) : sheet_(sheet) {}

    void add(QPDFFormFieldObjectHelper from, QPDFAnnotationObjectHelper widget, const PagePlace& place) {
        const auto kind = kind_of(from);
        if (!kind) return;
        Field field;
        field.kind = *kind;
        field.widget = from.getFullyQualifiedName();
        field.id = id_for(field.widget);
        field.at = seen(place, widget.getRect(), sheet_.pages);
        field.size = size_in(from.getDefaultAppearance());
        constexpr std::array<FieldAlign, 3> kAligns{FieldAlign::Left, FieldAlign::Center, FieldAlign::Right};
        field.align = kAligns[static_cast<std::size_t>(std::clamp(from.getQuadding(), 0, 2))];
        field.required = (from.getFlags() & kRequired) != 0;
        auto length = from.getInheritableFieldValue("/MaxLen");
        if (*kind == FieldKind::Cells) field.cells = length.isInteger() ? length.getIntValueAsInt() : 1;
        sheet_.fields.push_back(std::move(field));
    }

private:
    // ASCII letters, digits and underscores of the name; several of one name are numbered.
    std::string id_for(const std::string& name) {
        std::string id;
        for (const auto letter : name) {
            const auto byte = static_cast<unsigned char>(letter);
            if (std::isalnum(byte) != 0 && byte < 0x80)
                id.push_back(static_cast<char>(std::tolower(byte)));
            else if (!id.empty() && id.back() != '_')
                id.push_back('_');
        }
        while (id.ends_with('_')) id.pop_back();
        if (id.empty()) id = "field";
        auto made = id;
        for (int n = 2; !ids_.insert(made).second; ++n) made = fmt::format("{}_{}", id, n);
        return made;
    }

    SheetTemplate& sheet_;
    std::set<std::string> ids_;
};

SheetTemplate imported(const std::filesystem::path& blank) {
    QPDF pdf;
    (void)open_blank(pdf, blank);
    if (!pdf.getRoot().hasKey("/AcroForm")) throw Refused{Errc::Malformed, "入力欄 (AcroForm) がありません"};
    QPDFAcroFormDocumentHelper form(pdf);
    SheetTemplate sheet;
    sheet.id = sheet.title = blank.stem().string();
    sheet.blank = blank.filename().string();
    sheet.pages = 0;
    Importer importer(sheet);
    for (const auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        const auto place = place_of(page);
        if (++sheet.pages == 1) {
            sheet.width = rounded(place.size.w);
            sheet.height = rounded(place.size.h);
        }
        if (std::abs(place.size.w - sheet.width) > kTolerance ||
            std::abs(place.size.h - sheet.height) > kTolerance)
            throw Refused{Errc::Malformed,
                          fmt::format("{}ページ目の大きさが1ページ目と違います", sheet.pages)};
        for (auto& widget : form.getWidgetAnnotationsForPage(page))
            importer.add(form.getFieldForAnnotation(widget), widget, place);
    }
    if (sheet.fields.empty()) throw Refused{Errc::Malformed, "入力欄 (AcroForm) がありません"};
    return sheet;
}

std::string_view word_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::Cells:
            return "cells";
        case FieldKind::Check:
            return "check";
        case FieldKind::Lines:
            return "lines";
        case FieldKind::Signature:
            return "signature";
        default:
            return "text";
    }
}

// A TOML basic string.
std::string toml_string(std::string_view words) {
    std::string made = "\"";
    for (const auto letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') made += '\\';
        if (byte < 0x20 || byte == 0x7F)
            made += fmt::format("\\u{:04X}", byte);
        else
            made += letter;
    }
    return made + "\"";
}

}  // namespace

Result<SheetTemplate> import_form(const std::filesystem::path& blank) try {
    return imported(blank);
} catch (...) {
    return tl::make_unexpected(what_is_wrong(blank));
}

std::string template_text(const SheetTemplate& sheet) {
    auto text = fmt::format(
        "# {} の入力欄から取り込みました。各欄に item・value・literal・when のどれかを書いてください。\n"
        "[sheet]\nid = {}\ntitle = {}\nblank = {}\npages = {}\nsize = [{:.2f}, {:.2f}]\n",
        sheet.blank, toml_string(sheet.id), toml_string(sheet.title), toml_string(sheet.blank), sheet.pages,
        sheet.width, sheet.height);
    constexpr std::array<std::string_view, 3> kAligns{"left", "center", "right"};
    for (const auto& field : sheet.fields) {
        text += fmt::format(
            "\n[[field]]\nid = {}\nkind = \"{}\"\nwidget = {}\nat = {{ page = {}, x = {:.2f}, y = {:.2f}, w "
            "= "
            "{:.2f}, h = {:.2f} }}\nsize = {:.1f}\n",
            toml_string(field.id), word_of(field.kind), toml_string(field.widget), field.at.page, field.at.x,
            field.at.y, field.at.w, field.at.h, field.size);
        if (field.align != FieldAlign::Left)
            text += fmt::format("align = \"{}\"\n", kAligns[static_cast<std::size_t>(field.align)]);
        if (field.cells > 0) text += fmt::format("cells = {}\n", field.cells);
        if (field.required) text += "required = true\n";
    }
    return text;
}

}  // namespace forms
