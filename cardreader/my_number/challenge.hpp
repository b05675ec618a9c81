#pragma once
#include "cardreader/apdu.hpp"
#include "cardreader/four_items.hpp"

namespace cardreader {

/// Whether the chip has to prove that it holds its own key.
enum class Challenge : std::uint8_t { No, Yes };

}  // namespace cardreader

namespace cardreader::my_number {

/// For a card whose files are `verified`: reads the chip's own key (EF0007), which the signer certified by
/// this EF0004 has signed, and lets the chip sign a number that nobody can have known before. Files copied to
/// another chip fail at CardKey. A card that has no such file stays `verified`, without `own_key`.
///
/// From one source only (facts/card.md 3.1, step 5), so no reading asks for it unless it is told to.
[[nodiscard]] Result<Authenticity> challenge(Session& card, ByteView certificate_file, Authenticity verified,
                                             Naming naming);

}  // namespace cardreader::my_number
