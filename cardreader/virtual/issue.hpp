#pragma once
#include "cardreader/virtual/authority.hpp"
#include "cardreader/virtual/chip.hpp"
#include "cardreader/virtual/persona.hpp"

namespace cardreader::virtual_card {

/// A My Number card for this persona: 券面事項入力補助AP as facts/card.md 1.2 describes it. Signed when there
/// is an authority to sign it.
[[nodiscard]] Chip issue_my_number_card(const Persona& persona, const Authority* authority = nullptr);

/// The bytes of EF0002 without filler.
[[nodiscard]] Bytes four_items_file(const Persona& persona);

}  // namespace cardreader::virtual_card
