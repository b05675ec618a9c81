#pragma once
#include "cardreader/error.hpp"
#include "cardreader/session.hpp"

namespace cardreader {

/// What this card is, by the applications it lets us select; its ATR is never asked. Transport errors only; a
/// card that knows none of the applications is CardKind::Unknown.
[[nodiscard]] Result<CardKind> identify(Session& card);

}  // namespace cardreader
