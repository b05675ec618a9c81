#pragma once
#include <optional>
#include <string_view>

#include "cardreader/bytes.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/text.hpp"

namespace cardreader::licence {

/// Text of a driver's licence: JIS X 0208, two bytes a character, without escapes. What the licence holds as
/// a 外字 slot (FFF1–FFF7), as missing (FFFA), or what is no JIS X 0208 becomes U+FFFD and is listed for the
/// clerk.
[[nodiscard]] CardText text_from_jis(ByteView bytes, Item item);

/// The character's two bytes; empty when JIS X 0208 has no such character.
[[nodiscard]] std::optional<Bytes> jis_from(char32_t character);

}  // namespace cardreader::licence
