#pragma once
#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"

namespace cardreader::my_number {

/// The four items from the bytes of EF0002 (facts/card.md 1.2). Text is taken over byte for byte; what is no
/// UTF-8 becomes U+FFFD and is listed in `needs_eyes` with everything else that looks substituted. Truncated
/// or BadResponse when the structure is broken.
[[nodiscard]] Result<FourItems> parse_four_items(ByteView file);

}  // namespace cardreader::my_number
