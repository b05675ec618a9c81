#pragma once
#include "cardreader/virtual/authority.hpp"
#include "cardreader/virtual/chip.hpp"
#include "cardreader/virtual/persona.hpp"

namespace cardreader::virtual_card {

/// 公的個人認証AP with keys and certificates made on the spot by an authority made on the spot (about half a
/// second). PIN of the authentication key: the persona's `pin`; password of the signature key:
/// `sign_password`.
[[nodiscard]] Application certificates_application(const Persona& persona);

/// 券面事項確認AP as facts/card.md 1.3 describes it: what is printed on the card, as pictures. Opened by
/// 照合番号A (all of it) or B (all but the picture of 個人番号), the age record by the six digits of the
/// birth date as printed. Signed when there is an authority. What is not public is marked where it is made.
[[nodiscard]] Application surface_application(const Persona& persona, const Authority* authority = nullptr);

/// 共通カードAP: serial, municipality and expiry, readable without a PIN.
[[nodiscard]] Application common_application(const Persona& persona);

}  // namespace cardreader::virtual_card
