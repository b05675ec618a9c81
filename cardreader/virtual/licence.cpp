#include <array>
#include <charconv>

#include "cardreader/licence/jis.hpp"
#include "cardreader/virtual/characters.hpp"
#include "cardreader/virtual/issue.hpp"

namespace cardreader::virtual_card {

namespace {

constexpr std::uint16_t kPin = 0x0001;
constexpr std::size_t kEntriesBytes = 880;
constexpr std::size_t kChangesBytes = 640;

void append(Bytes& to, ByteView more) {
    to.insert(to.end(), more.begin(), more.end());
}

// Seven slots, FFF1 to FFF7, one for each character that JIS X 0208 lacks; FFFA beyond them.
Bytes jis(std::string_view utf8) {
    Bytes bytes;
    std::uint8_t slot = 0xF1;
    for (const auto character : characters(utf8)) {
        const auto full_width = character > 0x20 && character < 0x7F ? character + 0xFEE0 : character;
        if (const auto pair = licence::jis_from(full_width)) {
            append(bytes, *pair);
        } else {
            append(bytes, Bytes{0xFF, slot <= 0xF7 ? slot : std::uint8_t{0xFA}});
            ++slot;
        }
    }
    return bytes;
}

void add_field(Bytes& file, std::uint8_t tag, ByteView value) {
    file.push_back(tag);
    if (value.size() >= 0x80) append(file, Bytes{0x82, static_cast<std::uint8_t>(value.size() >> 8)});
    file.push_back(static_cast<std::uint8_t>(value.size() & 0xFF));
    append(file, value);
}

// Era digit and YYMMDD; the first day of an era belongs to it.
std::string era_date(const std::string& yyyymmdd) {
    struct Era {
        std::string_view from;
        int year_before;
    };
    constexpr std::array kEras{Era{"18730101", 1867}, Era{"19120730", 1911}, Era{"19261225", 1925},
                               Era{"19890108", 1988}, Era{"20190501", 2018}};
    char digit = '1';
    int year_before = kEras.front().year_before;
    for (std::size_t i = 0; i < kEras.size(); ++i) {
        if (yyyymmdd < kEras[i].from) continue;
        digit = static_cast<char>('1' + i);
        year_before = kEras[i].year_before;
    }
    int year = 0;
    std::from_chars(yyyymmdd.data(), yyyymmdd.data() + 4, year);
    const auto in_era = (year - year_before + 100) % 100;
    return std::string{digit} + static_cast<char>('0' + in_era / 10) + static_cast<char>('0' + in_era % 10) +
           yyyymmdd.substr(4);
}

Bytes filled(Bytes file, std::size_t size) {
    if (file.size() < size) file.resize(size, 0xFF);
    return file;
}

Bytes entries_file(const Persona& persona) {
    Bytes file;
    add_field(file, 0x11, Bytes{'2'});
    add_field(file, 0x12, jis(persona.name));
    const auto birth_date = era_date(persona.birth_date);
    add_field(file, 0x16, Bytes(birth_date.begin(), birth_date.end()));
    add_field(file, 0x17, jis(persona.address));
    // A condition: its tag is one that BER would take for the beginning of a longer one.
    add_field(file, 0x1F, jis("眼鏡等"));
    return filled(std::move(file), kEntriesBytes);
}

Bytes changes_file(const Persona& persona) {
    Bytes file;
    add_field(file, 0x50, Bytes{persona.moved_to.empty() ? std::uint8_t{0} : std::uint8_t{1}});
    if (!persona.moved_to.empty()) {
        Bytes change{'2'};
        append(change, jis("５０８０４０１"));
        append(change, jis(persona.moved_to));
        append(change, jis("言葉県公委"));
        add_field(file, 0x70, change);
    }
    return filled(std::move(file), kChangesBytes);
}

}  // namespace

Chip issue_drivers_licence(const Persona& persona) {
    Application master_file;
    master_file.secrets[kPin] = {.digits = Bytes(persona.pin.begin(), persona.pin.end()),
                                 .full_tries = 3,
                                 .tries_left = persona.pin_tries,
                                 .verified = false};
    master_file.files[0x000A] = {.content = {0x05, 0x01, 0x01}, .opened_by = {}};

    Application df1;
    df1.aid = {0xA0, 0x00, 0x00, 0x02, 0x31, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    df1.files[0x0001] = {.content = entries_file(persona), .opened_by = {kPin}};
    df1.files[0x0004] = {.content = changes_file(persona), .opened_by = {kPin}};

    Chip chip;
    chip.atr = {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x91, 0x81, 0xC1, 0x00, 0xD8};
    chip.applications = {std::move(master_file), std::move(df1)};
    return chip;
}

}  // namespace cardreader::virtual_card
