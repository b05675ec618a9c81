#pragma once
#include <set>
#include <string>
#include <string_view>

namespace cardreader {

/// How every planted 照合番号B begins; four digits that count follow. In packed decimal these are five bytes,
/// which nothing holds by chance.
inline constexpr std::string_view kMark = "9081726310";

/// Every 照合番号B in these bytes that begins with kMark: as digits, backwards, in UTF-16 or UTF-32, as
/// hexadecimal of its digits with and without blanks, in full-width digits of UTF-8 or UTF-16, and in packed
/// decimal (BCD).
[[nodiscard]] std::set<std::string> numbers_in(std::string_view bytes);

/// Every four digits in these bytes that may be a PIN, in the same shapes but for two. Backwards they are any
/// other four digits. And packed they are two bytes, which every memory holds by chance: these count only
/// where they stand as a PIN stands, in a VERIFY command or in a PIN block (ISO 9564-1, format 2). Digits
/// that follow another digit are the end of a longer number and not counted.
///
/// Four plain digits lie in a memory by chance as well. So the PINs to plant are chosen among those that this
/// does not find before they are planted, and begin with 0, as no count or duration does.
[[nodiscard]] std::set<std::string> pins_in(std::string_view bytes);

}  // namespace cardreader
