#include "cardreader/my_number/challenge.hpp"

#include <openssl/rand.h>

#include <array>
#include <optional>

#include "cardreader/my_number/authenticity.hpp"
#include "cardreader/my_number/evidence.hpp"
#include "cardreader/my_number/files.hpp"
#include "cardreader/tlv.hpp"

namespace cardreader::my_number {

namespace {

constexpr Authenticity kCopy{.verdict = Verdict::Failed, .failed_at = CheckStep::CardKey};

using Number = std::array<std::uint8_t, 32>;

std::optional<Number> never_seen_before() {
    Number number{};
    if (RAND_bytes(number.data(), static_cast<int>(number.size())) != 1) return std::nullopt;
    return number;
}

// COMPUTE DIGITAL SIGNATURE with the application's own key: the card takes a ready-made DigestInfo of SHA-256
// (RFC 8017, 9.2).
Bytes sign_command(ByteView message) {
    constexpr std::array<std::uint8_t, 19> kSha256{0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                   0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
    const auto digest = sha256(message);
    Bytes command{0x80, 0x2A, 0x00, 0x00, kSha256.size() + std::tuple_size_v<Sha256>};
    command.insert(command.end(), kSha256.begin(), kSha256.end());
    command.insert(command.end(), digest.begin(), digest.end());
    command.push_back(0x00);
    return command;
}

// The key of the chip, when the signer has signed it with its tag and all.
std::optional<PublicKey> key_of_the_chip(ByteView file, ByteView certificate_file) {
    const auto whole = tlv(file);
    const auto signer = certified_key(certificate_file);
    if (!whole || whole->tag != 0xFF50 || !signer) return std::nullopt;
    const auto key = find(whole->value, 0xDF51);
    const auto signature = find(whole->value, 0xDF52);
    if (!key || !signature || !signer->verifies(signature->value, key->whole)) return std::nullopt;
    const auto exponent = find(key->value, 0x90);
    const auto modulus = find(key->value, 0x91);
    if (!exponent || !modulus) return std::nullopt;
    return PublicKey::from_numbers(modulus->value, exponent->value);
}

}  // namespace

Result<Authenticity> challenge(Session& card, ByteView certificate_file, Authenticity verified,
                               Naming naming) {
    const auto file = read_evidence(card, kCardKeyFile, naming);
    if (!file) return fail(file);
    if (file->empty()) return verified;
    const auto key = key_of_the_chip(*file, certificate_file);
    if (!key) return kCopy;
    const auto number = never_seen_before();
    if (!number) return verified;
    const auto answer = ask(card, sign_command(*number));
    if (!answer) return fail(answer);
    verified.own_key = answer->status == StatusWord::Ok && key->verifies(answer->data, *number);
    return verified.own_key ? verified : kCopy;
}

}  // namespace cardreader::my_number
