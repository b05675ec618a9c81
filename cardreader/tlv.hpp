#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"

namespace cardreader {

/// The tag and length that open a BER-TLV object.
struct TlvHeader {
    std::uint32_t tag = 0;   // all tag bytes, first one highest: 0xFF20, 0xDF22
    std::size_t size = 0;    // bytes taken by tag and length
    std::size_t length = 0;  // bytes of value that follow
    [[nodiscard]] std::size_t total() const noexcept { return size + length; }
};

/// Reads tag and length. Lengths may be longer than needed (`82 00 9F` occurs on real cards); the indefinite
/// form, tags of more than four bytes and lengths of more than three are BadResponse. Truncated when `bytes`
/// ends too early.
[[nodiscard]] Result<TlvHeader> tlv_header(ByteView bytes);

/// One object with its value, both inside the bytes it was read from.
struct Tlv {
    std::uint32_t tag = 0;
    ByteView value;
    ByteView whole;
};

/// The first object in `bytes`. Truncated when its value is not all there.
[[nodiscard]] Result<Tlv> tlv(ByteView bytes);

/// The first object of this tag among those lying side by side in `bytes`; empty when there is none or the
/// bytes before it are damaged.
[[nodiscard]] std::optional<Tlv> find(ByteView bytes, std::uint32_t tag);

/// An object as bytes, in the shortest length form.
[[nodiscard]] Bytes tlv_bytes(std::uint32_t tag, ByteView value);

}  // namespace cardreader
