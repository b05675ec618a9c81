#include "kiosk/reception/random.hpp"

#include <openssl/rand.h>

#include <cstdlib>

namespace kiosk::reception {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    // A predictable nonce would undo the seal; a kiosk without randomness must not take receptions.
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) std::abort();
}

}  // namespace kiosk::reception
