#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "cardreader/my_number/trust.hpp"
#include "cardreader/virtual/private_key.hpp"

namespace cardreader::virtual_card {

/// Which applications an issuer's key stands for (facts/card.md 3.1): 6000033 is for 券面事項入力補助AP,
/// 6000023 for 券面事項確認AP.
enum class Hierarchy : std::uint8_t { Text, Surface };

/// An issuer of test cards: its own key, and a signer that it certifies, as facts/card.md 3.1 describes both.
/// Its key ids are of the test hierarchies, so that no real deployment can take its cards for real. The keys
/// behind both are the same, because it takes long to make one.
class Authority {
public:
    [[nodiscard]] static Authority make();
    /// The authority that lives in this folder; made there (mode 0700) when the folder does not exist.
    /// `FOLDER/anchors` is what
    /// `--anchors` of the reader wants.
    [[nodiscard]] static tl::expected<Authority, std::string> in_folder(const std::filesystem::path& folder);

    [[nodiscard]] static KeyId key_id(Hierarchy hierarchy = Hierarchy::Text);
    [[nodiscard]] std::string anchor_pem() const { return issuer_.public_pem(); }
    [[nodiscard]] TrustAnchors anchors() const;

    /// EF0004: the signer's key, signed by the issuer.
    [[nodiscard]] Bytes certificate_file(Hierarchy hierarchy = Hierarchy::Text) const;
    /// The key of a chip as two objects, 90 and 91.
    [[nodiscard]] Bytes card_key() const;
    /// The signer's PKCS #1 v1.5 signature over SHA-256 of these bytes.
    [[nodiscard]] Bytes sign(ByteView message) const { return signer_.sign(message); }
    /// The signer's signature over these hashes as they stand, in a DigestInfo that calls them one SHA-256.
    [[nodiscard]] Bytes sign_hashes(ByteView hashes) const;
    /// EF0007: the key of a chip, signed by the signer.
    [[nodiscard]] Bytes card_key_file() const;
    /// The private half of that key. All cards of this authority share it, because it takes long to make one.
    [[nodiscard]] std::string card_key_pem() const { return card_key_.private_pem(); }
    /// EF0003 for these files, both as they lie on the card.
    [[nodiscard]] Bytes signature_file(ByteView my_number_file, ByteView four_items_file) const;

private:
    Authority(PrivateKey issuer, PrivateKey signer, PrivateKey card_key)
        : issuer_(std::move(issuer)), signer_(std::move(signer)), card_key_(std::move(card_key)) {}
    PrivateKey issuer_;
    PrivateKey signer_;
    PrivateKey card_key_;
};

}  // namespace cardreader::virtual_card
