#pragma once
#include <string>
#include <string_view>

namespace cardreader::virtual_card {

/// The code points of a text that is valid UTF-8, as every text of a persona is.
[[nodiscard]] std::u32string characters(std::string_view utf8);

}  // namespace cardreader::virtual_card
