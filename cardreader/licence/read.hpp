#pragma once
#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/pin.hpp"
#include "cardreader/session.hpp"

namespace cardreader::licence {

/// Tries left of 暗証番号1; asks without using one. UnknownCard when this is no driver's licence.
[[nodiscard]] Result<int> tries_left(Session& card);

/// Name, address and birth date of a driver's licence, its recorded changes included. One VERIFY at most, as
/// with a My Number card; a licence that was issued without a PIN (設定なし) is opened with its fixed `****`.
/// Only the licence centre unlocks a licence.
[[nodiscard]] Result<FourItems> read(Session& card, const Pin& pin);

}  // namespace cardreader::licence
