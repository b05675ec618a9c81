#include "forms/sheets/fill.hpp"

#include <fmt/core.h>

#include "forms/pack/value_words.hpp"
#include "forms/sheets/continuation.hpp"
#include "forms/sheets/draw_field.hpp"
#include "forms/sheets/overlay.hpp"

namespace forms {
namespace {

std::string label_of(const Pack& pack, const Field& field) {
    if (const auto* item = field.item.empty() ? nullptr : pack.item(field.item)) {
        const auto parts = split_key(field.item);
        const auto* person = parts ? pack.person(parts->subject) : nullptr;
        return person ? person->label.ja + "　" + item->label.ja : item->label.ja;
    }
    return field.id;
}

// Names are printed in the faces that hold them; without these the sheet would show other letters.
std::optional<Error> missing_face(const SheetTemplate& sheet, Faces& faces) {
    for (const auto& field : sheet.fields)
        if (field.face == FieldFace::Name)
            return faces.missing({TextRole::Ui, TextRole::Fixed, TextRole::Name});
    return faces.missing({TextRole::Ui, TextRole::Fixed});
}

std::string as_printed(const Item& item, const std::string& digits) {
    const bool plain = digits.find_first_not_of("0123456789") == std::string::npos;
    if (item.type == ItemType::Postal && plain && digits.size() == 7)
        return digits.substr(0, 3) + "-" + digits.substr(3);
    // Only a mobile number tells by itself where its parts end; a longer or shorter one stays as it was
    // given.
    if (item.type == ItemType::Phone && plain && digits.size() == 11)
        return digits.substr(0, 3) + "-" + digits.substr(3, 4) + "-" + digits.substr(7);
    return digits;
}

// Names and addresses keep their forms on the continuation sheet too.
FieldFace face_of(const Item& item) {
    return item.type == ItemType::Name || item.type == ItemType::Address ? FieldFace::Name : FieldFace::Text;
}

std::vector<FurtherValue> beyond_rows(const Pack& pack, const Facts& facts, const PersonRows& rows) {
    std::vector<FurtherValue> found;
    const auto* person = pack.person(rows.person);
    int number = 0;
    for (const auto id : persons_of(facts, rows.person)) {
        if (++number <= rows.count) continue;
        for (const auto& key : rows.items) {
            const auto* item = pack.item(key);
            const auto* value = facts.value(key_of_person(key, id));
            if (!item || !value) continue;
            found.push_back({fmt::format("{} {}人目　{}", person ? person->label.ja : rows.person, number,
                                         item->label.ja),
                             as_printed(*item, value_words(*item, *value).ja), face_of(*item)});
        }
    }
    return found;
}

std::optional<Error> on_office_use(const SheetTemplate& sheet) {
    for (const auto& field : sheet.fields)
        for (const auto& area : sheet.office_use)
            if (overlap(field.at, area))
                return Error{Errc::Malformed,
                             fmt::format("{}: 記入欄「{}」は市使用欄に重なっています", sheet.id, field.id)};
    return {};
}

void draw_fields(Canvas& canvas, FieldPen& pen, const SheetTemplate& sheet, const SheetValues& values) {
    for (int page = 1; page <= sheet.pages; ++page) {
        if (page > 1) canvas.next_page();
        for (std::size_t i = 0; i < sheet.fields.size(); ++i)
            if (sheet.fields[i].at.page == page)
                pen.draw(sheet.fields[i], values.values.at(i), values.labels.at(i));
    }
}

}  // namespace

SheetValues sheet_values(const Pack& pack, const Context& context, const Facts& facts,
                         const SheetTemplate& sheet) {
    SheetValues found{field_values(pack, context, facts, sheet), {}};
    for (std::size_t i = 0; i < sheet.fields.size(); ++i) {
        const auto& field = sheet.fields[i];
        found.labels.push_back(label_of(pack, field));
        const auto* item = field.item.empty() ? nullptr : pack.item(field.item);
        if (item && field.kind != FieldKind::Cells)
            found.values[i].text = as_printed(*item, found.values[i].text);
    }
    for (const auto& rows : sheet.rows)
        for (auto& each : beyond_rows(pack, facts, rows)) found.further.push_back(std::move(each));
    return found;
}

Result<FilledSheet> fill(const SheetTemplate& sheet, const std::filesystem::path& blank,
                         const SheetValues& values, const FillOptions& options, Typesetter& typesetter) {
    if (auto problem = missing_face(sheet, typesetter.faces())) return fail(problem->code, problem->detail);
    if (auto problem = on_office_use(sheet)) return fail(problem->code, problem->detail);
    const DocumentInfo info{options.number.empty() ? sheet.title : sheet.title + " " + options.number,
                            options.created};
    FilledSheet filled;
    std::vector<Continued> continued;
    Canvas canvas(typesetter, {sheet.width, sheet.height}, info);
    FieldPen pen(canvas, filled.report, continued);
    draw_fields(canvas, pen, sheet, values);
    pen.continue_with(values.further);
    draw_continuation(canvas, {sheet.width, sheet.height}, {sheet.title, options.number}, continued);
    filled.pages = canvas.pages();
    const auto layer = canvas.finish();
    if (!layer) return tl::make_unexpected(layer.error());
    auto pdf = overlay(blank, sheet, *layer, info);
    if (!pdf) return tl::make_unexpected(pdf.error());
    filled.pdf = std::move(*pdf);
    return filled;
}

}  // namespace forms
