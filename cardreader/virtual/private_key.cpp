#include "cardreader/virtual/private_key.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <stdexcept>

namespace cardreader::virtual_card {

namespace {

constexpr unsigned kBits = 2048;

struct FreeStream {
    void operator()(BIO* stream) const noexcept { BIO_free_all(stream); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};
struct FreeNumber {
    void operator()(BIGNUM* number) const noexcept { BN_free(number); }
};
using Stream = std::unique_ptr<BIO, FreeStream>;

void must(bool done) {
    if (!done) throw std::runtime_error("OpenSSL could not work with a key of the software card");
}

std::string text_of(const Stream& stream) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(stream.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

}  // namespace

PrivateKey PrivateKey::generate() {
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(kBits)));
    must(key != nullptr);
    return PrivateKey(std::move(key));
}

std::optional<PrivateKey> PrivateKey::from_pem(std::string_view pem) {
    const Stream stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PrivateKey(stream.get(), nullptr, nullptr, nullptr));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key.get()) != kBits)
        return std::nullopt;
    return PrivateKey(std::move(key));
}

std::string PrivateKey::private_pem() const {
    const Stream stream(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PrivateKey(stream.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_of(stream);
}

std::string PrivateKey::public_pem() const {
    const Stream stream(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PUBKEY(stream.get(), key_.get()) == 1);
    return text_of(stream);
}

Bytes PrivateKey::number(const char* name, std::size_t bytes) const {
    BIGNUM* raw = nullptr;
    must(EVP_PKEY_get_bn_param(key_.get(), name, &raw) == 1);
    const std::unique_ptr<BIGNUM, FreeNumber> value(raw);
    Bytes number(bytes);
    must(BN_bn2binpad(value.get(), number.data(), static_cast<int>(bytes)) == static_cast<int>(bytes));
    return number;
}

Bytes PrivateKey::modulus() const {
    return number(OSSL_PKEY_PARAM_RSA_N, kBits / 8);
}
Bytes PrivateKey::exponent() const {
    return number(OSSL_PKEY_PARAM_RSA_E, 3);
}

Bytes PrivateKey::sign(ByteView message) const {
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    Bytes signature(kBits / 8);
    auto size = signature.size();
    must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1);
    must(EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) == 1);
    return signature;
}

Bytes PrivateKey::sign_digest_info(ByteView digest_info) const {
    const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    must(EVP_PKEY_sign_init(context.get()) == 1);
    must(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1);
    Bytes signature(kBits / 8);
    auto size = signature.size();
    if (EVP_PKEY_sign(context.get(), signature.data(), &size, digest_info.data(), digest_info.size()) != 1)
        return {};
    return signature;
}

}  // namespace cardreader::virtual_card
