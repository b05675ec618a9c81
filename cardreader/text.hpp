#pragma once
#include <string>
#include <vector>

#include "cardreader/bytes.hpp"
#include "cardreader/four_items.hpp"

namespace cardreader {

/// Text from a card: valid UTF-8, unchanged where it was valid already, and what a clerk should look at.
struct CardText {
    std::string utf8;
    std::vector<Doubt> doubts;
};

/// Takes UTF-8 from a card. Bytes that are no UTF-8 become U+FFFD. Doubtful are the usual marks of a
/// character that could not be written (U+FFFD, 〓, ●, ?, *, private use) and what no name or address
/// contains (controls, bidi marks, noncharacters).
[[nodiscard]] CardText card_text(ByteView bytes, Item item);

/// Whether this character may stand for another that the card could not write.
[[nodiscard]] bool looks_substituted(char32_t character) noexcept;

/// One code point as UTF-8.
void append_utf8(std::string& to, char32_t character);

}  // namespace cardreader
