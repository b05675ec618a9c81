#pragma once
#include "cardreader/apdu.hpp"

namespace cardreader::my_number {

/// A file that speaks for others. Empty where the card keeps it to itself or has none: that is a finding
/// about the card, while a lifted card is a failed reading.
[[nodiscard]] Result<Bytes> read_evidence(Session& card, FileId file, Naming naming);

}  // namespace cardreader::my_number
