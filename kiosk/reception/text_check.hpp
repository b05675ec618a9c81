#pragma once

#include <string>
#include <string_view>

#include "kiosk/reception/content.hpp"
#include "kiosk/reception/error.hpp"

namespace kiosk::reception {

/// Whether a text may be stored and exported as it is: well-formed UTF-8 without controls, line breaks, bidi
/// controls, zero-width spaces or unassigned code points (facts: linkage-security §2.2). Joiners stay: Nepali
/// needs them.
[[nodiscard]] bool storable(std::string_view text);

/// Checks every text and identifier of a reception. Errc::BadInput names the place, never the value.
[[nodiscard]] Result<void> check_texts(const NewReception& reception);

}  // namespace kiosk::reception
