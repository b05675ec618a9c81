#pragma once
#include <winscard.h>

#include <string>
#include <vector>

#include "cardreader/error.hpp"
#include "cardreader/pcsc/handle.hpp"
#include "cardreader/pcsc/watch.hpp"

namespace cardreader::pcsc {

[[nodiscard]] Result<Context> establish();
[[nodiscard]] Result<std::vector<std::string>> reader_names(const Context& context);
[[nodiscard]] Reader reader_from(const SCARD_READERSTATE& state);
/// Readers with their present states, without waiting.
[[nodiscard]] Result<std::vector<Reader>> readers(const Context& context);

}  // namespace cardreader::pcsc
