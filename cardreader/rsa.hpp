#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "cardreader/bytes.hpp"

struct evp_pkey_st;  // OpenSSL stays in rsa.cpp

namespace cardreader {

struct FreeKey {
    void operator()(evp_pkey_st* key) const noexcept;
};
using Key = std::unique_ptr<evp_pkey_st, FreeKey>;

using Sha256 = std::array<std::uint8_t, 32>;
[[nodiscard]] Sha256 sha256(ByteView bytes);

/// An RSA public key that can only do one thing: check PKCS #1 v1.5 signatures over SHA-256.
class PublicKey {
public:
    /// Empty unless both numbers make an RSA key of 2048 to 4096 bits.
    [[nodiscard]] static std::optional<PublicKey> from_numbers(ByteView modulus, ByteView exponent);
    /// From SubjectPublicKeyInfo in PEM or DER; empty unless it is an RSA key of that size.
    [[nodiscard]] static std::optional<PublicKey> from_pem(std::string_view pem);
    [[nodiscard]] static std::optional<PublicKey> from_der(std::string_view der);

    PublicKey(const PublicKey& other);
    PublicKey& operator=(const PublicKey&) = delete;
    PublicKey(PublicKey&&) noexcept = default;
    PublicKey& operator=(PublicKey&&) noexcept = default;
    ~PublicKey() = default;

    [[nodiscard]] bool verifies(ByteView signature, ByteView message) const;

private:
    explicit PublicKey(Key key) : key_(std::move(key)) {}
    Key key_;
};

}  // namespace cardreader
