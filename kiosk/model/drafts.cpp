#include "kiosk/model/drafts.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "forms/facts/date.hpp"
#include "kiosk/model/overloaded.hpp"

namespace kiosk {

namespace {

constexpr std::size_t kNumberDigits = 9;  // stays within an int64 whatever is typed
constexpr std::size_t kPhoneDigits = 11;  // 090 and IP numbers; land lines have ten
constexpr std::size_t kPhoneDigitsAtLeast = 10;
constexpr std::size_t kPostalDigits = 7;
constexpr std::size_t kDigits = 20;

bool typed_on_pad(forms::ItemType type) {
    using enum forms::ItemType;
    return type == Number || type == Phone || type == Postal || type == Digits;
}

std::size_t longest(const forms::Item& item) {
    if (item.max_length) return static_cast<std::size_t>(*item.max_length);
    if (item.type == forms::ItemType::Phone) return kPhoneDigits;
    if (item.type == forms::ItemType::Postal) return kPostalDigits;
    return item.type == forms::ItemType::Number ? kNumberDigits : kDigits;
}

/// An account number has all its digits where the pack allows no fewer; a telephone number of a land line has
/// one less than a mobile's.
std::size_t shortest(const forms::Item& item) {
    if (item.min_length) return static_cast<std::size_t>(*item.min_length);
    if (item.type == forms::ItemType::Phone) return std::min(kPhoneDigitsAtLeast, longest(item));
    return item.max_length || item.type == forms::ItemType::Postal ? longest(item) : 1;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

EraTile tile_of(forms::Era era) {
    switch (era) {
        case forms::Era::Meiji:
            return EraTile::Meiji;
        case forms::Era::Taisho:
            return EraTile::Taisho;
        case forms::Era::Showa:
            return EraTile::Showa;
        case forms::Era::Heisei:
            return EraTile::Heisei;
        case forms::Era::Reiwa:
            return EraTile::Reiwa;
    }
    return EraTile::Western;
}

std::optional<forms::Era> era_of(EraTile tile) {
    switch (tile) {
        case EraTile::Reiwa:
            return forms::Era::Reiwa;
        case EraTile::Heisei:
            return forms::Era::Heisei;
        case EraTile::Showa:
            return forms::Era::Showa;
        case EraTile::Taisho:
            return forms::Era::Taisho;
        case EraTile::Meiji:
            return forms::Era::Meiji;
        case EraTile::Western:
            return std::nullopt;
    }
    return std::nullopt;
}

DateDraft draft_of(forms::Date date) {
    const auto wareki = forms::to_wareki(date);
    const int year = wareki ? wareki->year : static_cast<int>(date.year());
    return {.era = wareki ? tile_of(wareki->era) : EraTile::Western,
            .year = std::to_string(year),
            .month = std::to_string(static_cast<unsigned>(date.month())),
            .day = std::to_string(static_cast<unsigned>(date.day()))};
}

std::string digits_of(const forms::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string{};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kWide = "\u3000";
    const auto before = text;
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.starts_with(kWide)) text.remove_prefix(kWide.size());
    if (text.ends_with(kWide)) text.remove_suffix(kWide.size());
    return text.size() == before.size() ? text : trimmed(text);
}

// Hiragana, katakana and their marks are U+3041–U+30FF, all three bytes from E3 81 81 to E3 83 BF in UTF-8;
// U+3000 parts a family name from a given name. Latin and other scripts in a kana field are a slip of the
// keyboard.
bool only_kana(std::string_view text) {
    while (!text.empty()) {
        if (text.front() == ' ') {
            text.remove_prefix(1);
            continue;
        }
        if (text.size() < 3) return false;
        const auto three = text.substr(0, 3);
        const bool kana = three >= "\u3041" && three <= "\u30ff";
        if (!kana && three != "\u3000") return false;
        text.remove_prefix(3);
    }
    return true;
}

using Outcome = std::variant<forms::Value, DraftTrouble>;

Outcome value_of_digits(const forms::Item& item, const DigitsDraft& draft) {
    if (draft.digits.empty()) return DraftTrouble::Empty;
    if (item.type == forms::ItemType::Number) {
        const std::int64_t value = number(draft.digits).value_or(0);
        if ((item.min && value < *item.min) || (item.max && value > *item.max))
            return DraftTrouble::OutOfRange;
        return forms::Value(value);
    }
    if (draft.digits.size() < shortest(item)) return DraftTrouble::TooShort;
    return forms::Value(draft.digits);
}

// A birth or a death that is reported has happened; a funeral may still be to come.
bool must_have_happened(const forms::Item& item) {
    return item.key.ends_with(".birth_date") || item.key.ends_with(".death_date");
}

Outcome value_of_date(const forms::Item& item, const DateDraft& draft, forms::Date today) {
    if (!draft.era || draft.year.empty() || draft.month.empty() || draft.day.empty())
        return DraftTrouble::Empty;
    const auto date = date_of(draft);
    if (!date) return DraftTrouble::NoSuchDate;
    if (must_have_happened(item) && *date > today) return DraftTrouble::FutureDate;
    return forms::Value(*date);
}

Outcome value_of_text(const forms::Item& item, const TextDraft& draft) {
    const auto text = trimmed(draft.text);
    if (text.empty()) return DraftTrouble::Empty;
    if (item.type == forms::ItemType::Kana && !only_kana(text)) return DraftTrouble::NotKana;
    return forms::Value(std::string(text));
}

}  // namespace

std::optional<forms::Date> date_of(const DateDraft& draft) {
    const auto year = number(draft.year), month = number(draft.month), day = number(draft.day);
    if (!draft.era || !year || !month || !day) return std::nullopt;
    if (const auto era = era_of(*draft.era))
        return forms::from_wareki({*era, *year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
    const forms::Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (*year < 1800 || !date.ok()) return std::nullopt;
    return date;
}

Draft draft_for(const forms::Item& item, const forms::Fact* fact) {
    const auto* value = fact && fact->value ? &*fact->value : nullptr;
    if (item.type == forms::ItemType::YesNo || item.type == forms::ItemType::Choice)
        return value ? PickDraft{*value} : PickDraft{};
    if (item.type == forms::ItemType::Day) {
        const auto* date = value ? std::get_if<forms::Date>(value) : nullptr;
        return date ? draft_of(*date) : DateDraft{};
    }
    if (typed_on_pad(item.type)) return DigitsDraft{value ? digits_of(*value) : std::string{}, longest(item)};
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? TextDraft{*text, text->size()} : TextDraft{};
}

std::variant<forms::Value, DraftTrouble> value_of(const forms::Item& item, const Draft& draft,
                                                  forms::Date today) {
    return std::visit(Overloaded{
                          [](const PickDraft& pick) -> Outcome {
                              if (!pick.picked) return DraftTrouble::Empty;
                              return *pick.picked;
                          },
                          [&](const DigitsDraft& digits) { return value_of_digits(item, digits); },
                          [&](const DateDraft& date) { return value_of_date(item, date, today); },
                          [&](const TextDraft& text) { return value_of_text(item, text); },
                      },
                      draft);
}

}  // namespace kiosk
