#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "cardreader/pin.hpp"

namespace kiosk {

/// The digits of a secret while they are typed. They live in one locked page that is wiped when digits leave
/// it, so that nothing of a PIN stays behind on the heap, in the swap or in a screen that is gone. Cannot be
/// copied.
template <class Secret>
class SecretEntry {
public:
    static constexpr std::size_t kLength = Secret::kDigits;

    SecretEntry() = default;
    SecretEntry(SecretEntry&& other) noexcept
        : page_(std::move(other.page_)), size_(std::exchange(other.size_, 0)) {}
    SecretEntry& operator=(SecretEntry&& other) noexcept {
        std::swap(page_, other.page_);
        std::swap(size_, other.size_);
        return *this;
    }
    SecretEntry(const SecretEntry&) = delete;
    SecretEntry& operator=(const SecretEntry&) = delete;
    ~SecretEntry() = default;

    /// Adds one ASCII digit; anything else, or one digit too many, is ignored.
    void push(char digit) noexcept {
        if (digit < '0' || digit > '9' || complete() || page_.bytes().size() < kLength) return;
        page_.bytes()[size_++] = static_cast<std::uint8_t>(digit);
    }
    /// Wipes the last digit.
    void pop() noexcept {
        if (size_ > 0) page_.bytes()[--size_] = 0;
    }
    /// Wipes all digits.
    void clear() noexcept {
        page_.wipe();
        size_ = 0;
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool complete() const noexcept { return size_ == kLength; }
    /// For 照合番号B only, which is printed on the card and typed in the open; of a PIN only size() is shown.
    [[nodiscard]] std::string_view printed_digits() const noexcept
        requires(kLength == cardreader::NumberB::kDigits) {
        return text();
    }

    /// Hands the secret over and wipes the entry; empty unless complete().
    [[nodiscard]] std::optional<Secret> take() {
        if (!complete()) return std::nullopt;
        auto secret = Secret::from_digits(text());
        clear();
        return secret;
    }

private:
    [[nodiscard]] std::string_view text() const noexcept {
        return {reinterpret_cast<const char*>(page_.bytes().data()), size_};
    }

    cardreader::SecretPage page_;
    std::size_t size_ = 0;
};

using PinEntry = SecretEntry<cardreader::Pin>;
using NumberBEntry = SecretEntry<cardreader::NumberB>;

}  // namespace kiosk
