#pragma once

#include <string>

#include "cardreader/error.hpp"

namespace kiosk {

/// The id of the sentence that tells a resident what happened with the card and what to do; never a code.
[[nodiscard]] std::string word_of(const cardreader::Error& trouble);

}  // namespace kiosk
