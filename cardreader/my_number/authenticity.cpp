#include "cardreader/my_number/authenticity.hpp"

#include <algorithm>
#include <optional>

#include "cardreader/tlv.hpp"

namespace cardreader::my_number {

namespace {

constexpr std::size_t kKeyIdBytes = std::tuple_size_v<KeyId>;

Authenticity failed(CheckStep step) {
    return {.verdict = Verdict::Failed, .failed_at = step};
}

/// The CV certificate taken apart; everything points into the file.
struct Certificate {
    ByteView body;
    ByteView issuer;
    ByteView modulus;
    ByteView exponent;
    ByteView signature;
};

// Body: issuer's key id, subject's key id, then the key as two objects.
std::optional<Certificate> certificate_from(ByteView file) {
    const auto whole = tlv(file);
    if (!whole || whole->tag != 0x7F21) return std::nullopt;
    const auto body = find(whole->value, 0x5F4E);
    const auto signature = find(whole->value, 0x5F37);
    if (!body || !signature || body->value.size() < 2 * kKeyIdBytes) return std::nullopt;
    const auto key = body->value.subspan(2 * kKeyIdBytes);
    const auto exponent = find(key, 0x90);
    const auto modulus = find(key, 0x91);
    if (!exponent || !modulus) return std::nullopt;
    return Certificate{.body = body->value,
                       .issuer = body->value.first(kKeyIdBytes),
                       .modulus = modulus->value,
                       .exponent = exponent->value,
                       .signature = signature->value};
}

/// EF0003 taken apart: the two hashes as they were signed, with their tags, and the signature over them.
struct Signed {
    Bytes hashes;
    ByteView hash_of_items;
    ByteView signature;
};

std::optional<Signed> signed_from(ByteView file) {
    const auto whole = tlv(file);
    if (!whole || whole->tag != 0xFF30) return std::nullopt;
    const auto of_number = find(whole->value, 0xDF31);
    const auto of_items = find(whole->value, 0xDF32);
    const auto signature = find(whole->value, 0xDF33);
    if (!of_number || !of_items || !signature) return std::nullopt;
    Signed parts{.hashes = {}, .hash_of_items = of_items->value, .signature = signature->value};
    parts.hashes.assign(of_number->whole.begin(), of_number->whole.end());
    parts.hashes.insert(parts.hashes.end(), of_items->whole.begin(), of_items->whole.end());
    return parts;
}

// From the tag of the name to the end of the value: the offsets before it and the filler behind it are not
// signed.
std::optional<Sha256> hash_of_items(ByteView file) {
    const auto whole = tlv(file);
    if (!whole) return std::nullopt;
    const auto name = find(whole->value, 0xDF22);
    if (!name) return std::nullopt;
    const auto before = static_cast<std::size_t>(name->whole.data() - whole->value.data());
    return sha256(whole->value.subspan(before));
}

}  // namespace

std::optional<PublicKey> certified_key(ByteView certificate_file) {
    const auto certificate = certificate_from(certificate_file);
    if (!certificate) return std::nullopt;
    return PublicKey::from_numbers(certificate->modulus, certificate->exponent);
}

Authenticity check(const Evidence& evidence, const TrustAnchors& anchors) {
    if (anchors.empty()) return {};
    const auto certificate = certificate_from(evidence.certificate);
    if (!certificate) return failed(CheckStep::Certificate);
    const auto anchor = std::ranges::find_if(anchors, [&](const auto& candidate) {
        return std::ranges::equal(candidate.id, certificate->issuer);
    });
    if (anchor == anchors.end()) return failed(CheckStep::Anchor);
    if (!anchor->key.verifies(certificate->signature, certificate->body))
        return failed(CheckStep::Certificate);

    const auto signer = PublicKey::from_numbers(certificate->modulus, certificate->exponent);
    if (!signer) return failed(CheckStep::Certificate);
    const auto parts = signed_from(evidence.signature);
    if (!parts || !signer->verifies(parts->signature, parts->hashes)) return failed(CheckStep::Signature);

    const auto hash = hash_of_items(evidence.four_items);
    if (!hash || !std::ranges::equal(*hash, parts->hash_of_items)) return failed(CheckStep::Items);
    return {.verdict = Verdict::Verified, .test_issuer = for_tests_only(anchor->id)};
}

}  // namespace cardreader::my_number
