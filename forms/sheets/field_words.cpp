#include "forms/sheets/field_words.hpp"

#include <fmt/core.h>

#include <array>

#include "forms/facts/date.hpp"
#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

std::string date_words(DatePart part, Date date) {
    const auto wareki = to_wareki(date);
    switch (part) {
        case DatePart::Western:
            return fmt::format("{}年{}月{}日", static_cast<int>(date.year()),
                               static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        case DatePart::Month:
            return fmt::format("{}", static_cast<unsigned>(date.month()));
        case DatePart::Day:
            return fmt::format("{}", static_cast<unsigned>(date.day()));
        case DatePart::Era:
            return wareki ? std::string(era_text(wareki->era)) : std::string("西暦");
        case DatePart::Year:
            if (!wareki) return fmt::format("{}", static_cast<int>(date.year()));
            return wareki->year == 1 ? std::string("元") : fmt::format("{}", wareki->year);
        case DatePart::None:
        case DatePart::Wareki:
            break;
    }
    return wareki_text(date);
}

// The kana whose voiced (and half-voiced) form follows it in Unicode's two kana blocks.
struct Voiced {
    char32_t first, last;
    bool half_voiced;
};
constexpr std::array<Voiced, 3> kVoiced{
    {{0x304B, 0x3062, false}, {0x3064, 0x3069, false}, {0x306F, 0x307D, true}}};

std::string_view kana_bytes(std::string& storage, char32_t point) {
    storage = {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
               static_cast<char>(0x80 | (point & 0x3F))};
    return storage;
}

// How many places after its plain kana a voiced one stands: 0 for a plain one, 1 ゛, 2 ゜.
unsigned voicing(char32_t hiragana) {
    for (const auto& row : kVoiced) {
        if (hiragana < row.first || hiragana > row.last) continue;
        return (hiragana - row.first) % (row.half_voiced ? 3U : 2U);
    }
    return 0;
}

}  // namespace

std::string split_voiced_kana(std::string_view text) {
    constexpr char32_t kKatakana = 0x60;  // katakana lie this far after hiragana
    std::string split;
    std::string storage;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const bool katakana = point.value > 0x30A0 && point.value < 0x30F5;
        const auto hiragana = katakana ? point.value - kKatakana : point.value;
        auto plain = hiragana;
        auto mark = voicing(hiragana);
        if (hiragana == 0x3094) {  // ヴ stands apart from ウ
            plain = 0x3046 + 1;
            mark = 1;
        }
        if (mark == 0 || point.value < 0x3041) {
            split += text.substr(at, point.length);
        } else {
            split += kana_bytes(storage, plain - mark + (katakana ? kKatakana : 0));
            split += mark == 1 ? "゛" : "゜";
        }
        at += point.length;
    }
    return split;
}

std::string with_separators(std::int64_t number) {
    auto digits = fmt::format("{}", number < 0 ? -number : number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return number < 0 ? "-" + digits : digits;
}

std::string field_words(const Field& field, const FieldValue& value) {
    if (value.draw != FieldValue::Draw::Yes || !value.value) return {};
    if (const auto* date = std::get_if<Date>(&*value.value))
        if (field.kind == FieldKind::DatePart || field.part != DatePart::None)
            return date_words(field.part, *date);
    if (const auto* number = std::get_if<std::int64_t>(&*value.value))
        if (field.kind == FieldKind::Number) return with_separators(*number);
    if (field.kind == FieldKind::Cells && field.split_dakuten) return split_voiced_kana(value.text);
    return value.text;
}

bool field_marked(const Field& field, const FieldValue& value) {
    if (value.draw != FieldValue::Draw::Yes) return false;
    if (field.kind != FieldKind::EraCircle) {
        // A mark with a value of its own (an item that is yes) needs no `when`.
        if (field.item.empty()) return true;
        const auto* flag = value.value ? std::get_if<bool>(&*value.value) : nullptr;
        return flag != nullptr && *flag;
    }
    const auto* date = value.value ? std::get_if<Date>(&*value.value) : nullptr;
    if (date == nullptr) return false;
    const auto wareki = to_wareki(*date);
    return wareki && era_id(wareki->era) == field.era;
}

}  // namespace forms
