#include "forms/sheets/longest.hpp"

#include "forms/sheets/fill.hpp"

namespace forms {
namespace {

using namespace std::chrono_literals;

constexpr Date kLongDay = 2028y / 12 / 28;  // 令和10年12月28日: two digits everywhere
constexpr std::int64_t kLargestNumber = 9'999'999;

std::string times(const char* words, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += words;
    return all;
}

const std::string& longest_label(const Item& item) {
    static const std::string none;
    const auto* longest = &none;
    for (const auto& choice : item.choices)
        if (choice.label.ja.size() > longest->size()) longest = &choice.label.ja;
    return *longest;
}

FieldValue longest_value(const Item& item) {
    switch (item.type) {
        case ItemType::Day:
            return {FieldValue::Draw::Yes, Value(kLongDay), "令和10年12月28日"};
        case ItemType::Number: {
            const auto number = item.max.value_or(kLargestNumber);
            return {FieldValue::Draw::Yes, Value(number), std::to_string(number)};
        }
        case ItemType::YesNo:
            return {FieldValue::Draw::Yes, Value(true), "はい"};
        default:
            return {FieldValue::Draw::Yes, Value(longest_text(item)), longest_text(item)};
    }
}

}  // namespace

std::string longest_text(const Item& item) {
    if (item.key == "visit.number") return "1231-9999";  // made by the reception, never longer
    switch (item.type) {
        case ItemType::Name:
            return "MARIA FERNANDA GUADALUPE DE LOS ANGELES CONCEPCION VALENTINA ESPERANZA DEL CARMEN "
                   "MONTENEGRO-VILLANUEVA X";
        case ItemType::Kana:
            return times("マリア　フェルナンダ　", 5);
        case ItemType::Address:
            return "言葉県書かない市南本町二丁目１２３４番地５６" + times("ことのはハイツ第二東", 6) +
                   "１２０３号室";
        case ItemType::Choice:
            return longest_label(item);
        case ItemType::Phone:
            return "000-0000-0000";
        case ItemType::Postal:
            return "000-0000";
        case ItemType::Digits:
            return std::string(static_cast<std::size_t>(item.max_length.value_or(12)), '8');
        case ItemType::Text:
        case ItemType::YesNo:
        case ItemType::Number:
        case ItemType::Day:
            break;
    }
    return times("書かない市のことば", 4);
}

std::vector<LongestFinding> fill_with_longest(const Pack& pack, Typesetter& typesetter) {
    std::vector<LongestFinding> found;
    for (const auto& sheet : pack.sheets) {
        SheetValues values;
        for (const auto& field : sheet.fields) {
            const auto* item = field.item.empty() ? nullptr : pack.item(field.item);
            values.values.push_back(item ? longest_value(*item) : FieldValue{FieldValue::Draw::No, {}, {}});
            values.labels.push_back(item ? item->label.ja : field.id);
        }
        auto report = report_of(sheet, values, typesetter);
        if (!report.overflows.empty()) found.push_back({&sheet, std::move(report.overflows)});
    }
    return found;
}

}  // namespace forms
