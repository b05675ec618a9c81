#include <fmt/core.h>

#include <cctype>

#include "forms/pack/codes.hpp"
#include "forms/pack/read_parts.hpp"

namespace forms {
namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 10> kKinds{
    {{"text", FieldKind::Text},
     {"cells", FieldKind::Cells},
     {"check", FieldKind::Check},
     {"circle", FieldKind::Circle},
     {"era_circle", FieldKind::EraCircle},
     {"date_part", FieldKind::DatePart},
     {"number", FieldKind::Number},
     {"lines", FieldKind::Lines},
     {"qr", FieldKind::Qr},
     {"signature", FieldKind::Signature}}};
constexpr std::array<std::pair<std::string_view, FieldFace>, 2> kFaces{
    {{"text", FieldFace::Text}, {"name", FieldFace::Name}}};
constexpr std::array<std::pair<std::string_view, FieldAlign>, 3> kAligns{
    {{"left", FieldAlign::Left}, {"center", FieldAlign::Center}, {"right", FieldAlign::Right}}};
constexpr std::array<std::pair<std::string_view, FieldFit>, 3> kFits{
    {{"shrink_wrap", FieldFit::ShrinkWrap}, {"shrink", FieldFit::Shrink}, {"none", FieldFit::None}}};
constexpr std::array<std::pair<std::string_view, CellFill>, 2> kFills{
    {{"left", CellFill::Left}, {"right", CellFill::Right}}};
constexpr std::array<std::pair<std::string_view, DatePart>, 6> kParts{{{"year", DatePart::Year},
                                                                       {"month", DatePart::Month},
                                                                       {"day", DatePart::Day},
                                                                       {"era", DatePart::Era},
                                                                       {"western", DatePart::Western},
                                                                       {"wareki", DatePart::Wareki}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEras{
    {{"meiji", "meiji"}, {"taisho", "taisho"}, {"showa", "showa"}, {"heisei", "heisei"}, {"reiwa", "reiwa"}}};

constexpr double kLargestSide = 2000.0;  // mm

double length(TableReader& table, std::string_view key, double lowest, double otherwise) {
    if (!table.has(key)) {
        table.missing(key);
        return otherwise;
    }
    const auto value = table.number(key);
    if (!value) return otherwise;
    if (*value >= lowest && *value <= kLargestSide) return *value;
    table.out_of_range(key, fmt::format("{} 以上 {} 以下の長さ (mm)", lowest, kLargestSide),
                       fmt::format("a length of {} to {} mm", lowest, kLargestSide));
    return otherwise;
}

Area read_area(TableReader& table) {
    Area area;
    auto inner = table.inner("at");
    if (!inner) {
        if (!table.has("at")) table.missing("at");
        return area;
    }
    area.page = inner->integer("page", 1, 1000, 1);
    area.x = length(*inner, "x", 0, 0);
    area.y = length(*inner, "y", 0, 0);
    area.w = length(*inner, "w", 0.1, 1);
    area.h = length(*inner, "h", 0.1, 1);
    inner->finish();
    return area;
}

Field read_field(TableReader& table) {
    Field field;
    field.position = table.at();
    field.id = table.required_text("id");
    if (!table.has("kind")) table.missing("kind");
    field.kind = table.one_of("kind", kKinds, FieldKind::Text);
    field.item = table.text("item");
    field.value = table.rule("value");
    field.literal = table.text("literal");
    field.when = table.rule("when");
    field.at = read_area(table);
    field.face = table.one_of("face", kFaces, FieldFace::Text);
    if (const auto size = table.number("size")) field.size = *size;
    if (!(field.size >= 1 && field.size <= 200))
        table.out_of_range("size", " 1 以上 200 以下 (pt)", "1 to 200 pt");
    field.align = table.one_of("align", kAligns, FieldAlign::Left);
    field.fit = table.one_of("fit", kFits, FieldFit::ShrinkWrap);
    field.part = table.one_of("part", kParts, DatePart::None);
    field.era = table.one_of("era", kEras, std::string_view());
    field.cells = table.integer("cells", 1, 200, 0);
    field.fill = table.one_of("fill", kFills, CellFill::Left);
    field.split_dakuten = table.flag("split_dakuten", false);
    field.required = table.flag("required", false);
    field.widget = table.text("widget");
    table.finish();
    return field;
}

// `household.name` of the n-th person is `household[n].name`, in an item and wherever a rule says it.
std::string numbered(const std::string& words, const std::string& person, int number) {
    const auto name = person + ".";
    std::string made;
    for (std::size_t at = 0; at < words.size();) {
        const bool begins = at == 0 || !(std::isalnum(static_cast<unsigned char>(words[at - 1])) != 0 ||
                                         words[at - 1] == '_' || words[at - 1] == '.');
        if (begins && words.compare(at, name.size(), name) == 0) {
            made += fmt::format("{}[{}].", person, number);
            at += name.size();
        } else {
            made += words[at++];
        }
    }
    return made;
}

void read_rows(TableReader& table, SheetTemplate& sheet) {
    PersonRows rows{table.required_text("person"),
                    table.integer("count", 1, 100, 1),
                    length(table, "pitch", 0.1, 1),
                    {},
                    table.at()};
    std::vector<Field> first;  // the fields of the first row
    for (auto& inner : table.tables("field")) {
        inner.refer("item", Reference::To::Item);
        first.push_back(read_field(inner));
        if (!first.back().item.empty()) rows.items.push_back(first.back().item);
    }
    for (int number = 1; number <= rows.count; ++number)
        for (auto field : first) {
            field.id += fmt::format("_{}", number);
            field.item = numbered(field.item, rows.person, number);
            field.value.text = numbered(field.value.text, rows.person, number);
            field.when.text = numbered(field.when.text, rows.person, number);
            field.at.y += rows.pitch * (number - 1);
            field.required = field.required && number == 1;
            sheet.fields.push_back(std::move(field));
        }
    table.finish();
    sheet.rows.push_back(std::move(rows));
}

void read_size(TableReader& table, SheetTemplate& sheet) {
    const auto* value = table.any("size");
    if (!value) return;
    const auto* sides = std::get_if<std::vector<TomlValue>>(&value->data);
    std::vector<double> lengths;
    for (std::size_t i = 0; sides && i < sides->size(); ++i) {
        if (const auto* number = std::get_if<double>(&(*sides)[i].data)) lengths.push_back(*number);
        if (const auto* whole = std::get_if<std::int64_t>(&(*sides)[i].data))
            lengths.push_back(static_cast<double>(*whole));
    }
    if (lengths.size() != 2 ||
        !(lengths[0] > 0 && lengths[0] <= kLargestSide && lengths[1] > 0 && lengths[1] <= kLargestSide)) {
        table.out_of_range("size", "「[210.0, 297.0]」のような幅と高さ (mm)",
                           "a width and height in mm such as [210.0, 297.0]");
        return;
    }
    sheet.width = lengths[0];
    sheet.height = lengths[1];
}

}  // namespace

bool overlap(const Area& a, const Area& b) {
    return a.page == b.page && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

void read_sheet(TableReader& file, Pack& pack) {
    auto head = file.inner("sheet");
    if (!head) {
        if (!file.has("sheet")) file.missing("sheet");
        return;
    }
    SheetTemplate sheet;
    sheet.position = head->at();
    sheet.id = head->required_text("id");
    sheet.title = head->words("title").ja;
    sheet.division = head->text("division");
    sheet.blank = head->text("blank");
    if (sheet.blank.empty()) sheet.blank = sheet.id + ".pdf";
    sheet.pages = head->integer("pages", 1, 1000, 1);
    read_size(*head, sheet);
    head->refer("division", Reference::To::Division);
    head->finish();
    auto tables = file.tables("field");
    sheet.fields.reserve(tables.size());
    for (auto& table : tables) {
        table.refer("item", Reference::To::Item);
        sheet.fields.push_back(read_field(table));
    }
    for (auto& table : file.tables("rows")) read_rows(table, sheet);
    for (auto& table : file.tables("office_use")) {
        sheet.office_use.push_back(read_area(table));
        table.finish();
    }
    pack.sheets.push_back(std::move(sheet));
}

}  // namespace forms
