#include "forms/sheets/check_sheets.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/pack/codes.hpp"
#include "forms/sheets/fill.hpp"

namespace forms {
namespace {

using namespace std::chrono_literals;

constexpr const char* kLongestName =
    "MARIA FERNANDA GUADALUPE DE LOS ANGELES CONCEPCION VALENTINA ESPERANZA DEL CARMEN MONTENEGRO-VILLANUEVA "
    "X";
constexpr const char* kLongestKana = "マリア　フェルナンダ　グアダルーペ　バレンティナ　モンテネグロ";
constexpr const char* kLongestAddress =
    "言葉県書かない市大字北本町字上之原１２３４番地５６　ことのはレジデンシャルタワー書かない駅前サウスウイン"
    "グ"
    "ガーデンコート弐番館アネックス南棟１２３４号室（山田様方）";
constexpr const char* kLongestWords = "亡くなられた方と生計を同じくしていた未成年の子の後見人をつとめる方";
constexpr Date kLongestDay = 1988y / 12 / 30;  // 昭和63年12月30日
constexpr std::int64_t kLargestNumber = 1'000'000'000;
constexpr int kManyDigits = 12;

std::string longest_choice(const Item& item) {
    std::string longest;
    for (const auto& each : item.choices)
        if (each.label.ja.size() > longest.size()) longest = each.label.ja;
    return longest;
}

FieldValue written(Value value, std::string text) {
    return {FieldValue::Draw::Yes, std::move(value), std::move(text)};
}
FieldValue written(const std::string& text) {
    return written(Value(text), text);
}

FieldValue longest_of(const Item& item) {
    switch (item.type) {
        case ItemType::YesNo:
            return written(Value(true), "はい");
        case ItemType::Choice:
            return written(longest_choice(item));
        case ItemType::Number: {
            const auto number = item.max.value_or(kLargestNumber);
            return written(Value(number), std::to_string(number));
        }
        case ItemType::Day:
            return written(Value(kLongestDay), wareki_text(kLongestDay));
        case ItemType::Text:
            return written(kLongestWords);
        case ItemType::Name:
            return written(kLongestName);
        case ItemType::Kana:
            return written(kLongestKana);
        case ItemType::Address:
            return written(kLongestAddress);
        case ItemType::Phone:
            return written("000-1234-5678");
        case ItemType::Postal:
            return written("000-0123");
        case ItemType::Digits:
            return written(std::string(static_cast<std::size_t>(item.max_length.value_or(kManyDigits)), '8'));
    }
    return {};
}

Problem overflow(const Field& field, const Overflow& each) {
    if (field.kind == FieldKind::Cells && each.excess > 0)
        return problem(
            codes::kFieldOverflow, field.position,
            fmt::format("「{}」は {:.0f} マス足りないことがあり、別紙に書かれます", field.id, each.excess),
            fmt::format("\"{}\" can be {:.0f} cells short and is then written on a continuation sheet",
                        field.id, each.excess));
    return problem(
        codes::kFieldOverflow, field.position,
        fmt::format("「{}」は最も長い値が入らず、別紙に書かれます（6 pt の1行で {:.1f} mm 足りません）",
                    field.id, each.excess),
        fmt::format("the longest value of \"{}\" does not go in and is written on a continuation sheet "
                    "(one line of 6 pt is {:.1f} mm too long)",
                    field.id, each.excess));
}

// A family with eight children is rare and real.
constexpr int kManyPersons = 8;

Problem too_few(const PersonRows& rows) {
    const int more = kManyPersons - rows.count;
    return problem(codes::kFieldOverflow, rows.position,
                   fmt::format("「{}」の表は {} 人分で、8人いると {} 行 ({:.1f} mm) 足りず、別紙に書かれます",
                               rows.person, rows.count, more, more * rows.pitch),
                   fmt::format("the table of \"{}\" has {} rows: eight persons need {} more ({:.1f} mm) and "
                               "go on a continuation sheet",
                               rows.person, rows.count, more, more * rows.pitch));
}

const Field& field_named(const SheetTemplate& sheet, const std::string& id) {
    return *std::ranges::find(sheet.fields, id, &Field::id);
}

}  // namespace

FieldValue longest_value(const Pack& pack, const Field& field) {
    if (!field.literal.empty()) return written(field.literal);
    if (field.item == "visit.number") return written("1231-9999");
    if (field.item == "visit.date") return written(Value(kLongestDay), wareki_text(kLongestDay));
    if (const auto* item = field.item.empty() ? nullptr : pack.item(field.item)) return longest_of(*item);
    switch (field.kind) {
        case FieldKind::Number:
            return written(Value(kLargestNumber), std::to_string(kLargestNumber));
        case FieldKind::DatePart:
        case FieldKind::EraCircle:
            return written(Value(kLongestDay), wareki_text(kLongestDay));
        case FieldKind::Check:
        case FieldKind::Circle:
            return written(Value(true), "はい");
        default:
            return {FieldValue::Draw::No, {}, {}};  // a rule's value: the pack's own cases show it
    }
}

std::vector<Problem> check_sheets(const Pack& pack, Typesetter& typesetter) {
    std::vector<Problem> found;
    for (const auto& sheet : pack.sheets) {
        SheetValues values;
        for (const auto& field : sheet.fields) {
            values.values.push_back(longest_value(pack, field));
            values.labels.push_back(field.id);
        }
        const auto filled = fill(sheet, pack.blank_of(sheet), values,
                                 {.number = "1231-9999", .created = kLongestDay}, typesetter);
        if (!filled) {
            found.push_back(problem(codes::kBlankUnusable, sheet.position, filled.error().detail,
                                    "the blank cannot be used: " + filled.error().detail));
            continue;
        }
        for (const auto& rows : sheet.rows)
            if (rows.count < kManyPersons) found.push_back(too_few(rows));
        // Here every field is filled, also those that wait for their turn on the place of another.
        for (const auto& each : filled->report.overflows)
            if (!each.place_taken) found.push_back(overflow(field_named(sheet, each.field), each));
    }
    return found;
}

}  // namespace forms
