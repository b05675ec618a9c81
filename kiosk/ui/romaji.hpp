#pragma once

#include "kiosk/ui/text_edit.hpp"

namespace kiosk {

/// The text after a Latin letter was typed on the romaji board: letters before the caret that now spell a
/// syllable become hiragana (Hepburn and Kunrei spellings, っ for a doubled consonant, ん for n before one
/// and for nn, as in ISO 3602). Letters that spell nothing yet stay as they are.
[[nodiscard]] Edited romaji_typed(const Edited& now, char32_t letter);

/// The same text with a single n left before the caret made ん, as it is when a word ends.
[[nodiscard]] Edited romaji_ended(const Edited& now);

}  // namespace kiosk
