#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cardreader::virtual_card {

/// What goes wrong with a card in software.
enum class FaultKind : std::uint8_t {
    Removed,    // lifted before it answers
    Silent,     // never answers
    Status,     // answers `status` without doing what it was told
    Delay,      // answers after `delay`
    Truncated,  // the answer loses its last half, status bytes and all
    Garbage,    // the data is noise with 9000
    Oversized,  // sends 300 bytes more than it was asked for
};

/// One fault at one command, counted from 1 over the life of the card.
struct Fault {
    FaultKind kind{};
    int at = 1;
    std::uint16_t status = 0;
    std::chrono::milliseconds delay{0};
    bool operator==(const Fault&) const = default;
};

/// Reads `removed@3`, `silent@4`, `status=6F00@1`, `delay=500@2`, `truncated@5`, `garbage@5`, `oversized@5`.
[[nodiscard]] std::optional<Fault> parse_fault(std::string_view text);

}  // namespace cardreader::virtual_card
