#pragma once
#include <cstdint>
#include <optional>

#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"
#include "cardreader/session.hpp"

namespace cardreader {

/// An elementary file's two-byte identifier. Ids up to 001E can also be named by their short form (five
/// bits).
enum class FileId : std::uint16_t {};

/// The commands of ISO/IEC 7816-4 that reading a card needs, as bytes.
namespace command {
[[nodiscard]] Bytes select_application(ByteView aid);   // 00 A4 04 0C
[[nodiscard]] Bytes select_file(FileId file);           // 00 A4 02 0C
[[nodiscard]] Bytes ask_tries(std::uint8_t reference);  // 00 20 00 P2, no data: uses no try
[[nodiscard]] Bytes read_binary(std::size_t offset);    // 00 B0, Le = 256
[[nodiscard]] Bytes read_binary_short(FileId file);     // 00 B0 with the short id, from 0, Le = 256
}  // namespace command

/// P2 of VERIFY for the PIN file that is selected now, and for one named by its short id.
inline constexpr std::uint8_t kSelectedPin = 0x80;
[[nodiscard]] std::uint8_t short_pin(FileId file) noexcept;

/// The most one short answer may carry (ISO/IEC 7816-4, 5.1: Le = 00).
inline constexpr std::size_t kMostPerRead = 256;

/// What is left after `63 Cx`; empty for any other status.
[[nodiscard]] std::optional<int> counted_tries(StatusWord status) noexcept;
/// 6984 as seen on cards, 6983 as ISO says: the PIN object is blocked.
[[nodiscard]] bool locked(StatusWord status) noexcept;
/// The statuses with which a card says that it does not know a file by this way of naming it.
[[nodiscard]] bool not_by_this_way(StatusWord status) noexcept;
/// What an unexpected status means for the caller: CardFault, AccessRefused or BadResponse.
[[nodiscard]] Error refusal(StatusWord status) noexcept;

/// A card that sends data where none, or not so much, was asked for.
[[nodiscard]] Error too_much(const Bytes& data) noexcept;

/// Sends a command and finishes what the card began: 61xx is fetched with GET RESPONSE, 6Cxx is asked again
/// with the length named.
[[nodiscard]] Result<Response> ask(Session& card, ByteView command);

/// SELECT by the full AID. UnknownCard when the card does not know it. A 6F00 is tried once more: some cards
/// say it to the first command after power-on.
[[nodiscard]] Result<void> open_application(Session& card, ByteView aid);

/// How this card wants its files to be named. Found out once and kept, so that a card which knows no short
/// ids is not asked again.
enum class Naming : std::uint8_t { ByShortId, BySelecting };

/// Reads one BER-TLV object from the start of an EF, in short reads, without the filler behind it. With
/// ByShortId a card that refuses the short id is asked by selecting.
[[nodiscard]] Result<Bytes> read_object(Session& card, FileId file, Naming naming);

/// Reads an EF to its end, or to 4096 bytes, whatever it holds.
[[nodiscard]] Result<Bytes> read_file(Session& card, FileId file, Naming naming);

}  // namespace cardreader
