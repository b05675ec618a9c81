#include "cardreader/licence/parse.hpp"

#include <array>
#include <chrono>
#include <string>

#include "cardreader/licence/jis.hpp"

namespace cardreader::licence {

namespace {

// DF1/EF01 of the specification for licences by the National Police Agency (facts/card.md 4.1).
constexpr std::uint8_t kName = 0x12;
constexpr std::uint8_t kBirthDate = 0x16;
constexpr std::uint8_t kAddress = 0x17;
// DF1/EF04: eight places each for a new name and a new address, filled one after the other.
constexpr std::uint8_t kFirstNewName = 0x60;
constexpr std::uint8_t kLastNewName = 0x67;
constexpr std::uint8_t kFirstNewAddress = 0x70;
constexpr std::uint8_t kLastNewAddress = 0x77;
// Around the text of a change: year of JIS X 0208 (1 byte) and date (7 characters) before it, five characters
// of the public safety commission behind it.
constexpr std::size_t kBeforeTheChange = 15;
constexpr std::size_t kBehindTheChange = 10;

constexpr std::uint8_t kFiller = 0xFF;

bool within(std::uint8_t tag, std::uint8_t first, std::uint8_t last) {
    return tag >= first && tag <= last;
}

struct Entries {
    std::optional<ByteView> name, birth_date, address;
};

Entries entries_from(ByteView file) {
    Entries entries;
    while (const auto field = next_field(file)) {
        if (field->tag == kName) entries.name = field->value;
        if (field->tag == kBirthDate) entries.birth_date = field->value;
        if (field->tag == kAddress) entries.address = field->value;
    }
    return entries;
}

void apply_changes(ByteView file, Entries& entries) {
    while (const auto field = next_field(file)) {
        if (field->value.size() <= kBeforeTheChange + kBehindTheChange) continue;
        const auto text =
            field->value.subspan(kBeforeTheChange, field->value.size() - kBeforeTheChange - kBehindTheChange);
        if (within(field->tag, kFirstNewName, kLastNewName)) entries.name = text;
        if (within(field->tag, kFirstNewAddress, kLastNewAddress)) entries.address = text;
    }
}

// Era digit (1 明治 to 5 令和) and YYMMDD, seven ASCII digits.
std::optional<std::string> iso_date(ByteView digits) {
    constexpr std::array kYearBeforeEra{1867, 1911, 1925, 1988, 2018};
    if (digits.size() != 7) return std::nullopt;
    std::array<unsigned, 7> digit{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] < '0' || digits[i] > '9') return std::nullopt;
        digit[i] = digits[i] - '0';
    }
    if (digit[0] < 1 || digit[0] > kYearBeforeEra.size()) return std::nullopt;
    const auto two = [&](std::size_t at) { return digit[at] * 10 + digit[at + 1]; };
    const int year = kYearBeforeEra[digit[0] - 1] + static_cast<int>(two(1));
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{two(3)},
                                           std::chrono::day{two(5)}};
    if (!date.ok()) return std::nullopt;
    const std::string text(digits.begin(), digits.end());
    return std::to_string(year) + "-" + text.substr(3, 2) + "-" + text.substr(5, 2);
}

std::string take(CardText text, FourItems& items) {
    items.needs_eyes.insert(items.needs_eyes.end(), text.doubts.begin(), text.doubts.end());
    return std::move(text.utf8);
}

}  // namespace

std::optional<Field> next_field(ByteView& bytes) {
    if (bytes.size() < 2 || bytes[0] == kFiller) return std::nullopt;
    std::size_t header = 2;
    std::size_t length = bytes[1];
    if (length > 0x80) {
        const std::size_t more = length & 0x7F;
        if (more > 2 || bytes.size() < 2 + more) return std::nullopt;
        header += more;
        length = 0;
        for (std::size_t i = 2; i < header; ++i) length = length << 8 | bytes[i];
    }
    if (bytes.size() < header + length) return std::nullopt;
    const Field field{.tag = bytes[0], .value = bytes.subspan(header, length)};
    bytes = bytes.subspan(header + length);
    return field;
}

Result<FourItems> parse_licence(ByteView file, ByteView changes) {
    auto entries = entries_from(file);
    if (!entries.name || !entries.birth_date || !entries.address) return fail({.code = Errc::BadResponse});
    apply_changes(changes, entries);

    FourItems items;
    items.source = CardKind::DriversLicence;
    items.name = take(text_from_jis(*entries.name, Item::Name), items);
    items.address = take(text_from_jis(*entries.address, Item::Address), items);
    if (auto date = iso_date(*entries.birth_date))
        items.birth_date = *std::move(date);
    else
        items.needs_eyes.push_back({.item = Item::BirthDate});
    return items;
}

}  // namespace cardreader::licence
