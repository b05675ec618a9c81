#pragma once

#include <span>
#include <string>
#include <string_view>

namespace forms {

/// The known name nearest to a mistyped one, or empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> known);

}  // namespace forms
