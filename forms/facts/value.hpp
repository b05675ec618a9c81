#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

namespace forms {

using Date = std::chrono::year_month_day;

/// What an item can hold. A choice is its id; a name, address or number of digits is a string as given, never
/// normalised.
using Value = std::variant<bool, std::int64_t, Date, std::string>;

}  // namespace forms
