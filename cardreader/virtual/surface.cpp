#include <string>

#include "cardreader/tlv.hpp"
#include "cardreader/virtual/more_applications.hpp"
#include "cardreader/virtual/picture.hpp"

namespace cardreader::virtual_card {

namespace {

// Files of 券面事項確認AP. 照合番号A and B have other ids than in 券面事項入力補助AP.
constexpr std::uint16_t kAgeFile = 0x0001;
constexpr std::uint16_t kSurfaceFile = 0x0002;
constexpr std::uint16_t kBasicsFile = 0x0003;
constexpr std::uint16_t kSignerFile = 0x0004;
constexpr std::uint16_t kNumberPictureFile = 0x0005;
constexpr std::uint16_t kBirthKey = 0x0011;
constexpr std::uint16_t kSurfaceNumberB = 0x0012;
constexpr std::uint16_t kSurfaceNumberA = 0x0013;

constexpr int kSurfaceTries = 10;
constexpr unsigned kDigitsHeight = 12;  // four digits are 24 by 12, twelve are 72 by 12
constexpr unsigned kNameHeight = 24;    // not public

Bytes ascii(std::string_view text) {
    return {text.begin(), text.end()};
}

void join(Bytes& to, ByteView more) {
    to.insert(to.end(), more.begin(), more.end());
}

PinObject printed(std::string_view digits) {
    return {
        .digits = ascii(digits), .full_tries = kSurfaceTries, .tries_left = kSurfaceTries, .verified = false};
}

// DF21 tells where each of the others begins, counted from the first byte of the file: as 券面事項入力補助AP
// does it (inferred; that there are such offsets is known).
Bytes with_offsets(const std::vector<Bytes>& objects) {
    const std::size_t before = 2 + 1 + 2 * objects.size();
    std::size_t body = before;
    for (const auto& object : objects) body += object.size();
    std::size_t at = tlv_bytes(0xFF20, Bytes(body)).size() - body + before;
    Bytes offsets;
    for (const auto& object : objects) {
        offsets.push_back(static_cast<std::uint8_t>(at >> 8));
        offsets.push_back(static_cast<std::uint8_t>(at & 0xFF));
        at += object.size();
    }
    Bytes value = tlv_bytes(0xDF21, offsets);
    for (const auto& object : objects) join(value, object);
    return tlv_bytes(0xFF20, value);
}

// Signed are three hashes side by side: of what is text, of the pictures of text, of the face, here of the
// objects with their tags (inferred from the signature of 券面事項入力補助AP). Neither the expiry nor the
// security code is.
Bytes surface_file(const Persona& persona, const Authority* authority) {
    const auto birth = tlv_bytes(0xDF22, ascii(persona.birth_date));
    const auto sex = tlv_bytes(0xDF23, ascii(persona.sex));
    const auto name = tlv_bytes(0xDF25, text_picture(persona.name, kNameHeight));
    const auto address = tlv_bytes(0xDF26, text_picture(persona.address, kNameHeight));
    const auto face = tlv_bytes(0xDF27, face_picture());
    std::vector<Bytes> objects{birth, sex};
    Bytes text = birth;
    join(text, sex);
    if (authority != nullptr) {
        objects.push_back(tlv_bytes(0xDF24, authority->card_key()));
        join(text, objects.back());
    }
    objects.insert(objects.end(), {name, address, face});
    if (authority != nullptr) {
        Bytes pictures = name;
        join(pictures, address);
        Bytes hashes;
        for (const auto& part : {text, pictures, face}) join(hashes, sha256(part));
        objects.push_back(tlv_bytes(0xDF28, authority->sign_hashes(hashes)));
    }
    objects.push_back(tlv_bytes(0xDF29, ascii(expiry_of(persona))));
    objects.push_back(tlv_bytes(0xDF2A, text_picture(persona.number_b.substr(10), kDigitsHeight)));
    return with_offsets(objects);
}

// `whole` names the file's own object, whose first tag holds `value`, the next two the key and the signature.
// Over what the card signs these is not public: here over all before the signature.
Bytes keyed_file(std::uint32_t whole, std::uint32_t first, ByteView value, const Authority* authority) {
    Bytes body = tlv_bytes(first, value);
    if (authority != nullptr) {
        join(body, tlv_bytes(first + 1, authority->card_key()));
        join(body, tlv_bytes(first + 2, authority->sign(body)));
    }
    return tlv_bytes(whole, body);
}

// Version, key id, municipality; what 33 and 35 hold is not public.
Bytes basics_file() {
    Bytes value = tlv_bytes(0xDF31, Bytes(4));
    join(value, tlv_bytes(0xDF32, Authority::key_id(Hierarchy::Surface)));
    join(value, tlv_bytes(0xDF33, Bytes(128)));
    join(value, tlv_bytes(0xDF34, ascii("99999")));
    join(value, tlv_bytes(0xDF35, Bytes(1)));
    return tlv_bytes(0xFF30, value);
}

}  // namespace

Application surface_application(const Persona& persona, const Authority* authority) {
    Application application;
    application.aid = {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02};
    application.secrets[kBirthKey] = printed(persona.number_b.substr(0, 6));
    application.secrets[kSurfaceNumberB] = printed(persona.number_b);
    application.secrets[kSurfaceNumberA] = printed(persona.my_number);
    application.files[kAgeFile] = {
        .content = keyed_file(0xFF10, 0xDF11, ascii(persona.birth_date), authority),
        .opened_by = {kBirthKey}};
    application.files[kSurfaceFile] = {.content = surface_file(persona, authority),
                                       .opened_by = {kSurfaceNumberA, kSurfaceNumberB}};
    application.files[kBasicsFile] = {.content = basics_file(), .opened_by = {}};
    application.files[kNumberPictureFile] = {
        .content = keyed_file(0xFF40, 0xDF41, text_picture(persona.my_number, kDigitsHeight), authority),
        .opened_by = {kSurfaceNumberA}};
    if (authority != nullptr)
        application.files[kSignerFile] = {.content = authority->certificate_file(Hierarchy::Surface),
                                          .opened_by = {}};
    return application;
}

}  // namespace cardreader::virtual_card
