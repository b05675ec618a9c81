#pragma once

#include <cstdint>
#include <span>

namespace kiosk::reception {

/// Where nonces and ids come from; tests replace it. Must be unpredictable in production.
class Random {
public:
    Random() = default;
    Random(const Random&) = delete;
    Random& operator=(const Random&) = delete;
    virtual ~Random() = default;

    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator through OpenSSL. Ends the program if it has none to give: no weak
/// fallback.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace kiosk::reception
