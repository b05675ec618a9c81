#pragma once
#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/my_number/challenge.hpp"
#include "cardreader/my_number/trust.hpp"
#include "cardreader/pin.hpp"
#include "cardreader/session.hpp"

namespace cardreader {

/// The two ways to the four items: the 4-digit PIN, or what is printed on the card (照合番号B).
enum class Entry : std::uint8_t { ByPin, ByNumberB };

/// How many wrong entries the card still allows; asks without using one. 0 = locked.
/// UnknownCard when the card has no 券面事項入力補助AP.
[[nodiscard]] Result<int> tries_left(Session& card, Entry entry);

/// The four items. The tries are asked first, and with one or none left nothing is sent (PinAtRisk,
/// PinLocked). Sends exactly one VERIFY; call it once per human entry. Never selects EF0001 (個人番号). With
/// anchors the card's signature is read and checked too; a card that fails is still read, and `authenticity`
/// says where. With a challenge the chip of a verified card has to prove its own key.
[[nodiscard]] Result<FourItems> read_four_items(Session& card, const Pin& pin,
                                                const TrustAnchors& anchors = {},
                                                Challenge challenge = Challenge::No);
[[nodiscard]] Result<FourItems> read_four_items(Session& card, const NumberB& number_b,
                                                const TrustAnchors& anchors = {},
                                                Challenge challenge = Challenge::No);

}  // namespace cardreader
