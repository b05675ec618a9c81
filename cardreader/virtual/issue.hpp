#pragma once
#include "cardreader/virtual/authority.hpp"
#include "cardreader/virtual/chip.hpp"
#include "cardreader/virtual/persona.hpp"

namespace cardreader::virtual_card {

/// A My Number card for this persona: 券面事項入力補助AP as facts/card.md 1.2 describes it. Signed when there
/// is an authority to sign it.
[[nodiscard]] Chip issue_my_number_card(const Persona& persona, const Authority* authority = nullptr);

/// A driver's licence for this persona: 暗証番号1 is their `pin`. What JIS X 0208 cannot write lies in a 外字
/// slot, as on a real one.
[[nodiscard]] Chip issue_drivers_licence(const Persona& persona);

/// The bytes of EF0002 without filler.
[[nodiscard]] Bytes four_items_file(const Persona& persona);

}  // namespace cardreader::virtual_card
