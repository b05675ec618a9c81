#pragma once
#include <cstdint>
#include <optional>
#include <stop_token>

#include "cardreader/virtual/faulty_card.hpp"

namespace cardreader::virtual_card {

/// vpcd's first slot as Debian configures it.
inline constexpr std::uint16_t kVpcdPort = 35963;

/// Why the card no longer lies on the reader.
enum class Parted : std::uint8_t { Unreachable, LinkLost, Stopped, Lifted };

/// Lays the card on the virtual reader that listens on this port of this machine and answers for it until
/// `stop` is requested, the fault `removed` lifts it, or pcscd goes away. Silence lasts until `stop` or until
/// pcscd gives up.
[[nodiscard]] Parted lay_on_reader(FaultyCard& card, std::uint16_t port, const std::stop_token& stop);

}  // namespace cardreader::virtual_card
