#pragma once

#include <filesystem>

#include "kiosk/reception/error.hpp"
#include "kiosk/reception/random.hpp"
#include "kiosk/reception/sealer.hpp"

namespace kiosk::reception {

enum class IfMissing : std::uint8_t { Make, Refuse };

/// Reads the key file: 64 hexadecimal digits, owned by this user, mode 0600 or stricter. Made, and on disk
/// before this returns, only if `IfMissing::Make`: a store that has rows must never get a second key in
/// silence.
[[nodiscard]] Result<Key> load_key(const std::filesystem::path& file, IfMissing if_missing, Random& random);

}  // namespace kiosk::reception
