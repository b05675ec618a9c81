#pragma once
#include "cardreader/error.hpp"

namespace cardreader::pcsc {

/// What a PC/SC return code other than success means for the caller. `code` is a LONG of winscard.h.
[[nodiscard]] Error error_from(long code) noexcept;

}  // namespace cardreader::pcsc
