#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "cardreader/pin.hpp"

namespace kiosk {

/// The digits of a PIN while they are typed. A fixed array, wiped when digits leave it, so that nothing of a
/// PIN stays behind on the heap or in a screen that is gone. Cannot be copied; moving wipes the source.
class PinEntry {
public:
    static constexpr std::size_t kLength = 4;

    PinEntry() = default;
    PinEntry(PinEntry&& other) noexcept;
    PinEntry& operator=(PinEntry&& other) noexcept;
    PinEntry(const PinEntry&) = delete;
    PinEntry& operator=(const PinEntry&) = delete;
    ~PinEntry() { clear(); }

    /// Adds one ASCII digit; anything else, or a fifth digit, is ignored.
    void push(char digit) noexcept;
    /// Wipes the last digit.
    void pop() noexcept;
    /// Wipes all digits.
    void clear() noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool complete() const noexcept { return size_ == kLength; }

    /// Hands the PIN over and wipes the entry; empty unless complete().
    [[nodiscard]] std::optional<cardreader::Pin> take();

private:
    std::array<char, kLength> digits_{};
    std::size_t size_ = 0;
};

}  // namespace kiosk
