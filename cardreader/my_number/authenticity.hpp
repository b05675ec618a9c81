#pragma once
#include <optional>

#include "cardreader/bytes.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/my_number/trust.hpp"

namespace cardreader::my_number {

/// The files that speak for the four items, as read from the card; views, so that a person's data is not
/// copied.
struct Evidence {
    ByteView four_items;   // EF0002
    ByteView signature;    // EF0003
    ByteView certificate;  // EF0004
};

/// The key that this EF0004 certifies; whether anybody has signed it is not looked at. Empty when it is
/// damaged.
[[nodiscard]] std::optional<PublicKey> certified_key(ByteView certificate_file);

/// Checks issuer → certificate → signature → four items (facts/card.md 3.1) without 個人番号, whose hash is
/// signed as it stands. NotChecked without anchors; an issuer that no anchor names is Failed, never passed
/// over.
[[nodiscard]] Authenticity check(const Evidence& evidence, const TrustAnchors& anchors);

}  // namespace cardreader::my_number
