#pragma once
#include "cardreader/virtual/chip.hpp"
#include "cardreader/virtual/persona.hpp"

namespace cardreader::virtual_card {

/// A My Number card for this persona: 券面事項入力補助AP as facts/card.md 1.2 describes it.
[[nodiscard]] Chip issue_my_number_card(const Persona& persona);

/// The bytes of EF0002 without filler.
[[nodiscard]] Bytes four_items_file(const Persona& persona);

}  // namespace cardreader::virtual_card
