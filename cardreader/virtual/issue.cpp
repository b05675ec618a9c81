#include "cardreader/virtual/issue.hpp"

#include <initializer_list>
#include <string_view>

#include "cardreader/my_number/files.hpp"
#include "cardreader/tlv.hpp"
#include "cardreader/virtual/more_applications.hpp"

namespace cardreader::virtual_card {

namespace {

constexpr std::uint16_t kMyNumberFile = 0x0001;
constexpr std::uint16_t kBasicInformationFile = 0x0005;
constexpr std::uint16_t kCardKey = 0x0013;
constexpr std::uint16_t kNumberAFile = 0x0014;
constexpr std::size_t kOffsetsBytes = 2 + 1 + 8;  // DF21 08 and four offsets

constexpr std::uint16_t id(FileId file) {
    return static_cast<std::uint16_t>(file);
}

Bytes bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

void append(Bytes& to, const Bytes& more) {
    to.insert(to.end(), more.begin(), more.end());
}

Bytes with_filler(Bytes bytes, std::size_t filler) {
    bytes.insert(bytes.end(), filler, 0xFF);
    return bytes;
}

Bytes outer_header(std::size_t length, LengthForm form) {
    if (form == LengthForm::Padded)
        return {0xFF, 0x20, 0x82, static_cast<std::uint8_t>(length >> 8),
                static_cast<std::uint8_t>(length & 0xFF)};
    const Bytes whole = tlv_bytes(0xFF20, Bytes(length));
    return {whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(length)};
}

PinObject secret(std::string_view digits, int full_tries, int tries_left) {
    return {
        .digits = bytes_of(digits), .full_tries = full_tries, .tries_left = tries_left, .verified = false};
}

void sign(Application& application, const Authority& authority) {
    const auto& my_number = application.files.at(kMyNumberFile).content;
    const auto& four_items = application.files.at(id(my_number::kFourItemsFile)).content;
    application.files[id(my_number::kSignatureFile)] = {
        .content = with_filler(authority.signature_file(my_number, four_items), 8),
        .opened_by = {id(my_number::kPinFile), kNumberAFile, id(my_number::kNumberBFile)}};
    application.files[id(my_number::kCardKeyFile)] = {
        .content = authority.card_key_file(),
        .opened_by = application.files[id(my_number::kSignatureFile)].opened_by};
    application.keys[kCardKey] = {.private_pem = authority.card_key_pem()};
    application.own_key = kCardKey;
    application.files[id(my_number::kCertificateFile)] = {
        .content = with_filler(authority.certificate_file(), 8), .opened_by = {}};
}

Application text_application(const Persona& persona) {
    Application application;
    application.aid.assign(my_number::kTextApplication.begin(), my_number::kTextApplication.end());
    const auto pin = id(my_number::kPinFile);
    const auto number_b = id(my_number::kNumberBFile);
    application.secrets[pin] = secret(persona.pin, 3, persona.pin_tries);
    application.secrets[kNumberAFile] = secret(persona.my_number, 10, 10);
    application.secrets[number_b] = secret(persona.number_b, 10, persona.number_b_tries);

    application.files[kMyNumberFile] = {
        .content = with_filler(tlv_bytes(0xFF10, bytes_of(persona.my_number)), 2),
        .opened_by = {pin, kNumberAFile}};
    application.files[id(my_number::kFourItemsFile)] = {
        .content = with_filler(four_items_file(persona), persona.filler), .opened_by = {pin, number_b}};
    // AP基本情報: version, key id and a block whose meaning is not public, in the longer length form that the
    // real file has.
    Bytes basic{0xFF, 0x40, 0x82, 0x00, 0x9F};
    append(basic, tlv_bytes(0xDF41, Bytes(4, 0x00)));
    append(basic, tlv_bytes(0xDF42, Bytes(16, 0x00)));
    append(basic, {0xDF, 0x43, 0x82, 0x00, 0x80});
    append(basic, Bytes(0x80, 0x00));
    application.files[kBasicInformationFile] = {.content = std::move(basic), .opened_by = {}};
    return application;
}

}  // namespace

// DF21 holds where DF22 to DF25 begin, counted from the first byte of the file.
Bytes four_items_file(const Persona& persona) {
    std::vector<Bytes> items;
    items.push_back(tlv_bytes(0xDF22, bytes_of(persona.name)));
    items.push_back(tlv_bytes(0xDF23, bytes_of(persona.address)));
    items.push_back(tlv_bytes(0xDF24, bytes_of(persona.birth_date)));
    items.push_back(tlv_bytes(0xDF25, bytes_of(persona.sex)));
    std::size_t body = kOffsetsBytes;
    for (const auto& item : items) body += item.size();

    Bytes file = outer_header(body, persona.length_form);
    std::size_t offset = file.size() + kOffsetsBytes;
    Bytes offsets;
    for (const auto& item : items) {
        offsets.push_back(static_cast<std::uint8_t>(offset >> 8));
        offsets.push_back(static_cast<std::uint8_t>(offset & 0xFF));
        offset += item.size();
    }
    append(file, tlv_bytes(0xDF21, offsets));
    for (const auto& item : items) append(file, item);
    return file;
}

Chip issue_my_number_card(const Persona& persona, const Authority* authority) {
    Chip chip;
    // A contact My Number card's (facts/card.md 2.4).
    chip.atr = {0x3B, 0xDA, 0x13, 0xFF, 0x81, 0x31, 0xFB, 0x46, 0x80, 0x12,
                0x39, 0x2F, 0x31, 0xC1, 0x73, 0xC6, 0x01, 0xC0, 0x3B};
    chip.applications.push_back(text_application(persona));
    if (authority != nullptr) sign(chip.applications.back(), *authority);
    chip.applications.push_back(common_application(persona));
    return chip;
}

}  // namespace cardreader::virtual_card
