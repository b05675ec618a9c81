#include "cardreader/virtual/authority.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

#include "cardreader/tlv.hpp"

namespace cardreader::virtual_card {

namespace {

namespace fs = std::filesystem;

void append(Bytes& to, ByteView more) {
    to.insert(to.end(), more.begin(), more.end());
}

KeyId named(std::string_view hierarchy, std::string_view number) {
    KeyId id{};
    std::ranges::copy(hierarchy, id.begin());
    id[7] = 0x08;
    id[8] = 0x05;
    std::ranges::copy(number, id.begin() + 9);
    return id;
}

std::string_view number_of(Hierarchy hierarchy) {
    return hierarchy == Hierarchy::Text ? "6000033" : "6000023";
}

std::string hex(const KeyId& id) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : id) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 0x0F];
    }
    return text;
}

std::optional<PrivateKey> key_in(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return PrivateKey::from_pem(std::string(std::istreambuf_iterator<char>(stream), {}));
}

bool write(const fs::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    return static_cast<bool>(stream.flush());
}

}  // namespace

KeyId Authority::key_id(Hierarchy hierarchy) {
    return named(number_of(hierarchy), "001");
}

Authority Authority::make() {
    return {PrivateKey::generate(), PrivateKey::generate(), PrivateKey::generate()};
}

tl::expected<Authority, std::string> Authority::in_folder(const fs::path& folder) {
    std::error_code problem;
    if (fs::create_directories(folder / "anchors", problem); problem)
        return tl::unexpected(problem.message());
    fs::permissions(folder, fs::perms::owner_all, problem);
    const auto issuer_file = folder / "issuer-key.pem";
    const auto signer_file = folder / "signer-key.pem";
    const auto card_key_file = folder / "card-key.pem";
    if (!fs::exists(card_key_file)) {
        const auto fresh = make();
        if (!write(issuer_file, fresh.issuer_.private_pem()) ||
            !write(signer_file, fresh.signer_.private_pem()) ||
            !write(folder / "anchors" / (hex(key_id()) + ".pem"), fresh.anchor_pem()) ||
            !write(card_key_file, fresh.card_key_.private_pem()))
            return tl::unexpected(std::string("cannot write there"));
    }
    auto issuer = key_in(issuer_file);
    auto signer = key_in(signer_file);
    auto card_key = key_in(card_key_file);
    if (!issuer || !signer || !card_key) return tl::unexpected(std::string("the keys there cannot be read"));
    return Authority(*std::move(issuer), *std::move(signer), *std::move(card_key));
}

TrustAnchors Authority::anchors() const {
    TrustAnchors anchors;
    anchors.push_back({.id = key_id(), .key = PublicKey::from_pem(anchor_pem()).value()});
    return anchors;
}

Bytes Authority::certificate_file(Hierarchy hierarchy) const {
    Bytes body;
    append(body, key_id(hierarchy));
    append(body, named(number_of(hierarchy), "D01"));
    append(body, tlv_bytes(0x90, signer_.exponent()));
    append(body, tlv_bytes(0x91, signer_.modulus()));
    Bytes value = tlv_bytes(0x5F4E, body);
    append(value, tlv_bytes(0x5F37, issuer_.sign(body)));
    return tlv_bytes(0x7F21, value);
}

Bytes Authority::card_key() const {
    Bytes key = tlv_bytes(0x90, card_key_.exponent());
    append(key, tlv_bytes(0x91, card_key_.modulus()));
    return key;
}

Bytes Authority::card_key_file() const {
    Bytes value = tlv_bytes(0xDF51, card_key());
    append(value, tlv_bytes(0xDF52, signer_.sign(value)));
    return tlv_bytes(0xFF50, value);
}

Bytes Authority::sign_hashes(ByteView hashes) const {
    // DigestInfo (RFC 8017, 9.2) with the identifier of SHA-256 and no parameters but NULL.
    Bytes info = tlv_bytes(0x06, Bytes{0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01});
    append(info, Bytes{0x05, 0x00});
    info = tlv_bytes(0x30, info);
    append(info, tlv_bytes(0x04, hashes));
    return signer_.sign_digest_info(tlv_bytes(0x30, info));
}

Bytes Authority::signature_file(ByteView my_number_file, ByteView four_items_file) const {
    const auto whole = tlv(four_items_file).value();
    const auto name = find(whole.value, 0xDF22).value();
    const auto items = whole.value.subspan(static_cast<std::size_t>(name.whole.data() - whole.value.data()));
    Bytes hashes = tlv_bytes(0xDF31, sha256(my_number_file));
    append(hashes, tlv_bytes(0xDF32, sha256(items)));
    Bytes value = hashes;
    append(value, tlv_bytes(0xDF33, signer_.sign(hashes)));
    return tlv_bytes(0xFF30, value);
}

}  // namespace cardreader::virtual_card
