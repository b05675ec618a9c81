#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"

namespace forms {
namespace {

constexpr double kRounding = 0.01;  // mm

bool needs_value(FieldKind kind) {
    return kind != FieldKind::Check && kind != FieldKind::Circle && kind != FieldKind::Signature;
}

// A mark may stand on a printed word beside another; letters on letters cannot be read.
bool holds_words(FieldKind kind) {
    return kind != FieldKind::Check && kind != FieldKind::Circle && kind != FieldKind::EraCircle;
}

bool wants_date(const Field& field) {
    return field.kind == FieldKind::DatePart || field.kind == FieldKind::EraCircle;
}

class Fields {
public:
    Fields(const Pack& pack, std::vector<Problem>& problems) : pack_(pack), problems_(problems) {}

    // Fields that stand in for each other lie on one place, each with the `when` that is its turn.
    // Of those a field lies on only the first is named: ten thousand on one place are as many problems.
    void look_at_pairs(std::span<const Field> before, const Field& other) {
        if (!holds_words(other.kind)) return;
        const auto field = std::ranges::find_if(before, [&](const Field& each) {
            const bool in_turn = each.when.given() && other.when.given();
            return !in_turn && holds_words(each.kind) && overlap(each.at, other.at);
        });
        if (field == before.end()) return;
        add(codes::kFieldsOverlap, other, fmt::format("は「{}」に重なっています", field->id),
            fmt::format("lies on \"{}\"", field->id));
    }

    void look_at(const SheetTemplate& sheet, const Field& field) {
        const bool bound = !field.item.empty() || field.value.given() || !field.literal.empty();
        if (needs_value(field.kind) && !bound)
            add(codes::kFieldUnbound, field, "には何も入りません (item・value・literal がない)",
                "is bound to nothing (no item, value or literal)");
        if ((field.kind == FieldKind::Check || field.kind == FieldKind::Circle) && !bound &&
            !field.when.given())
            add(codes::kFieldUnbound, field, "にいつ印を付けるか (when) がありません",
                "has no `when` that says when to mark it");
        if (field.at.page > sheet.pages || field.at.x + field.at.w > sheet.width + kRounding ||
            field.at.y + field.at.h > sheet.height + kRounding)
            add(codes::kFieldOutside, field, "は紙の外にあります", "lies outside its page");
        for (const auto& area : sheet.office_use)
            if (overlap(field.at, area))
                add(codes::kFieldOnOfficeUse, field, "は市使用欄に重なっています",
                    "lies on the city's own part of the paper");
        look_at_kind(field);
    }

private:
    void look_at_kind(const Field& field) {
        const auto* item = field.item.empty() ? nullptr : pack_.item(field.item);
        if (wants_date(field) && item && item->type != ItemType::Day)
            add(codes::kFieldKind, field, "に入るのは日付だけです", "takes only a date");
        if (field.kind == FieldKind::DatePart && field.part == DatePart::None)
            add(codes::kFieldKind, field, "に part (year・month・day など) がありません",
                "has no part (year, month, day …)");
        if (field.kind == FieldKind::EraCircle && field.era.empty())
            add(codes::kFieldKind, field, "に era がありません", "has no era");
        if (field.kind == FieldKind::Cells && field.cells < 1)
            add(codes::kFieldKind, field, "に cells (ます目の数) がありません", "has no number of cells");
        if (field.kind == FieldKind::Signature &&
            (!field.item.empty() || field.value.given() || !field.literal.empty()))
            add(codes::kFieldKind, field, "は署名欄なので、何も入れません",
                "is for a signature and is never filled");
        if (field.kind == FieldKind::Number && item && item->type != ItemType::Number)
            add(codes::kFieldKind, field, "に入るのは数だけです", "takes only a number");
    }

    void add(std::string_view code, const Field& field, std::string_view ja, std::string_view en) {
        problems_.push_back(problem(code, field.position, fmt::format("記入欄「{}」{}", field.id, ja),
                                    fmt::format("field \"{}\" {}", field.id, en)));
    }

    const Pack& pack_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_fields(const Pack& pack, std::vector<Problem>& problems) {
    Fields fields(pack, problems);
    for (const auto& sheet : pack.sheets)
        for (std::size_t i = 0; i < sheet.fields.size(); ++i) {
            fields.look_at(sheet, sheet.fields[i]);
            fields.look_at_pairs(std::span(sheet.fields).first(i), sheet.fields[i]);
        }
}

}  // namespace forms
