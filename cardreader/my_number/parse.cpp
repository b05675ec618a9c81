#include "cardreader/my_number/parse.hpp"

#include <chrono>
#include <optional>

#include "cardreader/text.hpp"
#include "cardreader/tlv.hpp"

namespace cardreader::my_number {

namespace {

constexpr std::uint32_t kFourItemsTag = 0xFF20;
constexpr std::uint32_t kNameTag = 0xDF22;
constexpr std::uint32_t kAddressTag = 0xDF23;
constexpr std::uint32_t kBirthDateTag = 0xDF24;
constexpr std::uint32_t kSexTag = 0xDF25;

std::optional<unsigned> number(ByteView digits) {
    unsigned value = 0;
    for (const auto digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

// The card writes YYYYMMDD, Gregorian. A person whose birthday is not known may have zeros there: no date,
// but no broken card either.
std::optional<std::string> iso_date(ByteView digits) {
    if (digits.size() != 8) return std::nullopt;
    const auto year = number(digits.first(4));
    const auto month = number(digits.subspan(4, 2));
    const auto day = number(digits.subspan(6, 2));
    if (!year || !month || !day || *year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                           std::chrono::month{*month}, std::chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    std::string text(digits.begin(), digits.end());
    text.insert(6, 1, '-').insert(4, 1, '-');
    return text;
}

// ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable. A `3` belongs to residence cards and is
// nothing here.
bool is_sex(ByteView value) {
    return value.size() == 1 && (value[0] == '0' || value[0] == '1' || value[0] == '2' || value[0] == '9');
}

std::string take(CardText text, FourItems& items) {
    items.needs_eyes.insert(items.needs_eyes.end(), text.doubts.begin(), text.doubts.end());
    return std::move(text.utf8);
}

}  // namespace

Result<FourItems> parse_four_items(ByteView file) {
    const auto object = tlv(file);
    if (!object) return fail(object);
    if (object->tag != kFourItemsTag) return fail({.code = Errc::BadResponse});
    const auto name = find(object->value, kNameTag);
    const auto address = find(object->value, kAddressTag);
    const auto birth_date = find(object->value, kBirthDateTag);
    const auto sex = find(object->value, kSexTag);
    if (!name || !address || !birth_date || !sex) return fail({.code = Errc::BadResponse});

    FourItems items;
    items.name = take(card_text(name->value, Item::Name), items);
    items.address = take(card_text(address->value, Item::Address), items);
    if (auto date = iso_date(birth_date->value))
        items.birth_date = *std::move(date);
    else
        items.needs_eyes.push_back({.item = Item::BirthDate});
    if (is_sex(sex->value))
        items.sex = static_cast<char>(sex->value[0]);
    else
        items.needs_eyes.push_back({.item = Item::Sex});
    return items;
}

}  // namespace cardreader::my_number
