#include "cardreader/rsa.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

namespace cardreader {

namespace {

constexpr int kFewestBits = 2048;
constexpr int kMostBits = 4096;
constexpr std::size_t kMostExponentBytes = 8;

template <auto kFree>
struct Free {
    template <class T>
    void operator()(T* object) const noexcept {
        kFree(object);
    }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Stream = std::unique_ptr<BIO, Free<BIO_vfree>>;

Number number(ByteView bytes) {
    return Number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

bool fits(const Key& key) {
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) return false;
    const int bits = EVP_PKEY_get_bits(key.get());
    return bits >= kFewestBits && bits <= kMostBits;
}

Key key_from(const Number& modulus, const Number& exponent) {
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || !modulus || !exponent ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* raw = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Key(raw);
}

}  // namespace

void FreeKey::operator()(evp_pkey_st* key) const noexcept {
    EVP_PKEY_free(key);
}

Sha256 sha256(ByteView bytes) {
    Sha256 digest{};
    SHA256(bytes.data(), bytes.size(), digest.data());
    return digest;
}

std::optional<PublicKey> PublicKey::from_numbers(ByteView modulus, ByteView exponent) {
    // What the card says is bounded before OpenSSL calculates with it.
    if (modulus.size() > kMostBits / 8 || exponent.size() > kMostExponentBytes) return std::nullopt;
    auto key = key_from(number(modulus), number(exponent));
    if (!fits(key)) return std::nullopt;
    return PublicKey(std::move(key));
}

std::optional<PublicKey> PublicKey::from_pem(std::string_view pem) {
    const Stream stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    if (!stream) return std::nullopt;
    Key key(PEM_read_bio_PUBKEY(stream.get(), nullptr, nullptr, nullptr));
    if (!fits(key)) return std::nullopt;
    return PublicKey(std::move(key));
}

std::optional<PublicKey> PublicKey::from_der(std::string_view der) {
    const void* const untyped = der.data();
    const auto* at = static_cast<const unsigned char*>(untyped);
    Key key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    if (!fits(key)) return std::nullopt;
    return PublicKey(std::move(key));
}

// OpenSSL counts who holds the key, which nobody can change any more.
PublicKey::PublicKey(const PublicKey& other) {
    if (EVP_PKEY_up_ref(other.key_.get()) == 1) key_.reset(other.key_.get());
}

bool PublicKey::verifies(ByteView signature, ByteView message) const {
    const DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

}  // namespace cardreader
