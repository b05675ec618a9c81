#pragma once
#include "cardreader/virtual/chip.hpp"
#include "cardreader/virtual/persona.hpp"

namespace cardreader::virtual_card {

/// 公的個人認証AP with keys and certificates made on the spot by an authority made on the spot (about half a
/// second). PIN of the authentication key: the persona's `pin`; password of the signature key:
/// `sign_password`.
[[nodiscard]] Application certificates_application(const Persona& persona);

/// 共通カードAP: serial, municipality and expiry, readable without a PIN.
[[nodiscard]] Application common_application(const Persona& persona);

}  // namespace cardreader::virtual_card
