#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "cardreader/bytes.hpp"
#include "cardreader/rsa.hpp"

namespace cardreader::virtual_card {

/// An RSA-2048 key pair for cards in software. Made on the spot or kept in a folder: none is in the source
/// tree.
class PrivateKey {
public:
    [[nodiscard]] static PrivateKey generate();
    [[nodiscard]] static std::optional<PrivateKey> from_pem(std::string_view pem);

    [[nodiscard]] std::string private_pem() const;
    [[nodiscard]] std::string public_pem() const;
    [[nodiscard]] Bytes modulus() const;   // 256 bytes, big-endian
    [[nodiscard]] Bytes exponent() const;  // 3 bytes

    /// PKCS #1 v1.5 over SHA-256 of the message.
    [[nodiscard]] Bytes sign(ByteView message) const;
    /// PKCS #1 v1.5 over a DigestInfo that the caller has made, as a card's COMPUTE DIGITAL SIGNATURE does;
    /// empty when it is too long.
    [[nodiscard]] Bytes sign_digest_info(ByteView digest_info) const;

    [[nodiscard]] evp_pkey_st* get() const noexcept { return key_.get(); }

private:
    explicit PrivateKey(Key key) : key_(std::move(key)) {}
    [[nodiscard]] Bytes number(const char* name, std::size_t bytes) const;
    Key key_;
};

}  // namespace cardreader::virtual_card
