#include "cardreader/virtual/more_applications.hpp"

#include <algorithm>
#include <string>

#include "cardreader/virtual/certificate.hpp"

namespace cardreader::virtual_card {

namespace {

// Files of 公的個人認証AP (facts/card.md 1.4).
constexpr std::uint16_t kSignCertificate = 0x0001;
constexpr std::uint16_t kSignAuthority = 0x0002;
constexpr std::uint16_t kTokenInformation = 0x0006;
constexpr std::uint16_t kAvailability = 0x0008;
constexpr std::uint16_t kAuthCertificate = 0x000A;
constexpr std::uint16_t kAuthAuthority = 0x000B;
constexpr std::uint16_t kAuthKey = 0x0017;
constexpr std::uint16_t kAuthPin = 0x0018;
constexpr std::uint16_t kSignKey = 0x001A;
constexpr std::uint16_t kSignPassword = 0x001B;
constexpr std::size_t kTokenInformationBytes = 160;

Bytes bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

PinObject secret(std::string_view digits, int tries) {
    return {.digits = bytes_of(digits), .full_tries = tries, .tries_left = tries, .verified = false};
}

Bytes token_information() {
    Bytes bytes(kTokenInformationBytes, ' ');
    std::ranges::copy(std::string_view("JPKIAPICCTOKEN2"), bytes.begin());
    return bytes;
}

}  // namespace

Application certificates_application(const Persona& persona) {
    const auto authority = PrivateKey::generate();
    const auto sign_key = PrivateKey::generate();
    const auto auth_key = PrivateKey::generate();
    const std::string authority_name = "Test authority of a software card";
    const auto authority_certificate =
        certify({.common_name = authority_name, .serial = 1, .authority = true, .personal = {}}, authority,
                authority_name, authority);

    Application application;
    application.aid = {0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
    application.secrets[kAuthPin] = secret(persona.pin, 3);
    application.secrets[kSignPassword] = secret(persona.sign_password, 5);
    application.keys[kAuthKey] = {.private_pem = auth_key.private_pem(), .opened_by = kAuthPin};
    application.keys[kSignKey] = {.private_pem = sign_key.private_pem(), .opened_by = kSignPassword};
    // The certificate of the signature key tells who its owner is, and is closed to who does not know the
    // password.
    application.files[kSignCertificate] = {
        .content = certify({.common_name = "sign-0001",
                            .serial = 2,
                            .authority = false,
                            .personal = {{"1.2.392.200149.8.5.5.1", persona.name},
                                         {"1.2.392.200149.8.5.5.3", persona.sex},
                                         {"1.2.392.200149.8.5.5.4", persona.birth_date},
                                         {"1.2.392.200149.8.5.5.5", persona.address}}},
                           sign_key, authority_name, authority),
        .opened_by = {kSignPassword}};
    application.files[kSignAuthority] = {.content = authority_certificate, .opened_by = {}};
    application.files[kTokenInformation] = {.content = token_information(), .opened_by = {}};
    application.files[kAvailability] = {.content = {0x8F, 0x8F, 0x00}, .opened_by = {}};
    application.files[kAuthCertificate] = {
        .content = certify({.common_name = "auth-0001", .serial = 3, .authority = false, .personal = {}},
                           auth_key, authority_name, authority),
        .opened_by = {}};
    application.files[kAuthAuthority] = {.content = authority_certificate, .opened_by = {}};
    return application;
}

Application common_application(const Persona& persona) {
    // Simple-TLV, 28 bytes: card number (15), municipality (5), expiry.
    Bytes record{0x01, 0x1C};
    const auto append = [&](std::string_view text) { record.insert(record.end(), text.begin(), text.end()); };
    append("000000000000001");
    append("99999");
    append(expiry_of(persona));
    Application application;
    application.aid = {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00};
    application.files[0x0001] = {.content = std::move(record), .opened_by = {}, .records = true};
    return application;
}

}  // namespace cardreader::virtual_card
