#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/reception/content.hpp"

namespace kiosk::reception {

/// A reception as JSON without the bytes of its documents (each stands there by id, size and sha256): what is
/// sealed, and the body of a package's reception.json. The same text every time for the same reception.
[[nodiscard]] std::string to_json(const NewReception& reception);

/// Reads it back, documents without bytes. Empty when it is not what `to_json` writes.
[[nodiscard]] std::optional<NewReception> from_json(std::string_view text);

/// "card4items-pin" and so on, as the manifest says it.
[[nodiscard]] std::string_view word(IdentityEvidence evidence);

}  // namespace kiosk::reception
