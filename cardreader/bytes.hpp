#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace cardreader {

/// Bytes as they travel to and from a card. `std::uint8_t`, because both C borders speak it.
using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

}  // namespace cardreader
