#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/reception/random.hpp"

namespace kiosk::reception {

using Key = std::array<std::uint8_t, 32>;

/// Seals rows with AES-256-GCM and signs the audit chain, each with its own key derived from one key file.
/// A sealed row is: version 1, nonce (12 bytes), ciphertext, tag (16 bytes).
class Sealer {
public:
    explicit Sealer(const Key& key);
    Sealer(Sealer&& other) noexcept;
    Sealer& operator=(Sealer&&) = delete;
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;
    ~Sealer();

    /// `place` (which row this is) is bound in: a sealed row moved elsewhere does not open.
    [[nodiscard]] std::vector<std::uint8_t> seal(std::span<const std::uint8_t> plain, std::string_view place,
                                                 Random& random) const;
    /// Empty when one bit, the place or the key is not what it was.
    [[nodiscard]] std::optional<std::vector<std::uint8_t>> open(std::span<const std::uint8_t> sealed,
                                                                std::string_view place) const;
    /// HMAC-SHA-256 in hex, for what must not be changed by somebody without the key.
    [[nodiscard]] std::string sign(std::string_view text) const;

private:
    Key seal_key_{};
    Key sign_key_{};
};

/// SHA-256 in hex.
[[nodiscard]] std::string sha256(std::span<const std::uint8_t> bytes);

/// Overwrites what was personal before it is freed.
void wipe(std::vector<std::uint8_t>& bytes) noexcept;
void wipe(std::string& text) noexcept;

}  // namespace kiosk::reception
