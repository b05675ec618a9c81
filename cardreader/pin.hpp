#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "cardreader/bytes.hpp"

namespace cardreader {

/// One page of memory for a secret: locked against swapping, left out of core dumps, wiped when released.
/// Moving hands the page over, so the digits exist once.
class SecretPage {
public:
    SecretPage();
    SecretPage(SecretPage&& other) noexcept : page_(std::exchange(other.page_, {})) {}
    SecretPage& operator=(SecretPage&& other) noexcept {
        std::swap(page_, other.page_);
        return *this;
    }
    SecretPage(const SecretPage&) = delete;
    SecretPage& operator=(const SecretPage&) = delete;
    ~SecretPage();

    [[nodiscard]] std::span<std::uint8_t> bytes() noexcept { return page_; }
    [[nodiscard]] ByteView bytes() const noexcept { return page_; }
    void wipe() noexcept;

private:
    std::span<std::uint8_t> page_;
};

/// A secret of exactly `kLength` ASCII digits. Never copied, never printed (it has no formatter), wiped at
/// its end.
template <class Tag, std::size_t kLength>
class SecretDigits {
public:
    static constexpr std::size_t kDigits = kLength;

    /// Empty unless `digits` is exactly kLength ASCII digits: checked here so that no try is wasted on a
    /// slip.
    [[nodiscard]] static std::optional<SecretDigits> from_digits(std::string_view digits) {
        if (digits.size() != kLength) return std::nullopt;
        SecretDigits secret;
        for (std::size_t i = 0; i < kLength; ++i) {
            if (digits[i] < '0' || digits[i] > '9') return std::nullopt;
            secret.page_.bytes()[i] = static_cast<std::uint8_t>(digits[i]);
        }
        return secret;
    }

    [[nodiscard]] ByteView bytes() const noexcept { return page_.bytes().first(kLength); }

private:
    SecretDigits() = default;
    SecretPage page_;
};

/// The four digits of 券面事項入力補助用暗証番号 (and of a driver's licence PIN 1).
using Pin = SecretDigits<struct PinTag, 4>;

/// 照合番号B, fourteen digits printed on the card: birth date with the era year (YYMMDD), expiry year (YYYY),
/// security code (4).
using NumberB = SecretDigits<struct NumberBTag, 14>;

}  // namespace cardreader
