#include "kiosk/reception/sealer.hpp"

#include <fmt/core.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kiosk::reception {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::size_t kHead = 1 + kNonce;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const noexcept { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

void must(int answer) {
    if (answer != 1)
        throw std::runtime_error("OpenSSL refused to seal");  // out of memory, or a build without AES
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Key hmac(const Key& key, std::span<const std::uint8_t> text) {
    Key result{};
    unsigned size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), text.data(), text.size(), result.data(),
             &size) == nullptr)
        throw std::runtime_error("OpenSSL refused to sign");
    return result;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const auto byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

int size_of(std::span<const std::uint8_t> bytes) {
    return static_cast<int>(bytes.size());
}

}  // namespace

Sealer::Sealer(const Key& key)
    : seal_key_(hmac(key, bytes_of("kakanai seal 1"))), sign_key_(hmac(key, bytes_of("kakanai sign 1"))) {}

Sealer::Sealer(Sealer&& other) noexcept : seal_key_(other.seal_key_), sign_key_(other.sign_key_) {
    OPENSSL_cleanse(other.seal_key_.data(), other.seal_key_.size());
    OPENSSL_cleanse(other.sign_key_.data(), other.sign_key_.size());
}

Sealer::~Sealer() {
    OPENSSL_cleanse(seal_key_.data(), seal_key_.size());
    OPENSSL_cleanse(sign_key_.data(), sign_key_.size());
}

std::vector<std::uint8_t> Sealer::seal(std::span<const std::uint8_t> plain, std::string_view place,
                                       Random& random) const {
    std::vector<std::uint8_t> sealed(kHead + plain.size() + kTag);
    sealed[0] = kVersion;
    random.fill(std::span(sealed).subspan(1, kNonce));
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    const auto extra = bytes_of(place);
    must(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, seal_key_.data(), &sealed[1]));
    must(EVP_EncryptUpdate(cipher.get(), nullptr, &written, extra.data(), size_of(extra)));
    must(EVP_EncryptUpdate(cipher.get(), sealed.data() + kHead, &written, plain.data(), size_of(plain)));
    must(EVP_EncryptFinal_ex(cipher.get(), sealed.data() + kHead + plain.size(), &written));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, sealed.data() + kHead + plain.size()));
    return sealed;
}

std::optional<std::vector<std::uint8_t>> Sealer::open(std::span<const std::uint8_t> sealed,
                                                      std::string_view place) const {
    if (sealed.size() < kHead + kTag || sealed[0] != kVersion) return std::nullopt;
    const auto body = sealed.subspan(kHead, sealed.size() - kHead - kTag);
    std::array<std::uint8_t, kTag> tag{};
    std::ranges::copy(sealed.last(kTag), tag.begin());
    std::vector<std::uint8_t> plain(body.size());
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    const auto extra = bytes_of(place);
    must(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, seal_key_.data(), &sealed[1]));
    must(EVP_DecryptUpdate(cipher.get(), nullptr, &written, extra.data(), size_of(extra)));
    must(EVP_DecryptUpdate(cipher.get(), plain.data(), &written, body.data(), size_of(body)));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()));
    if (EVP_DecryptFinal_ex(cipher.get(), plain.data() + plain.size(), &written) != 1) {
        wipe(plain);  // unauthenticated bytes are never handed out
        return std::nullopt;
    }
    return plain;
}

std::string Sealer::sign(std::string_view text) const {
    return hex(hmac(sign_key_, bytes_of(text)));
}

std::string sha256(std::span<const std::uint8_t> bytes) {
    Key digest{};
    unsigned size = 0;
    must(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr));
    return hex(digest);
}

void wipe(std::vector<std::uint8_t>& bytes) noexcept {
    OPENSSL_cleanse(bytes.data(), bytes.size());
}
void wipe(std::string& text) noexcept {
    OPENSSL_cleanse(text.data(), text.size());
}

}  // namespace kiosk::reception
