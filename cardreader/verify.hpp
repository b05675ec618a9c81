#pragma once
#include "cardreader/apdu.hpp"

namespace cardreader {

/// A secret on the card: its file, and how many tries a fresh one has.
struct SecretFile {
    FileId file{};
    int full_tries = 0;
};

/// How the card wants this secret to be named from now on in the session, and what is left of it.
struct Tries {
    int left = 0;
    std::uint8_t reference = kSelectedPin;  // P2 for the VERIFY that follows
    Naming naming = Naming::BySelecting;    // what the card has shown to understand
    StatusWord said{};                      // the card's own words, for the log
};

/// Asks the tries left without using one: by the short id, and by selecting the file when the card does not
/// take that. 0 = locked.
[[nodiscard]] Result<Tries> ask_tries(Session& card, const SecretFile& secret);

/// The same for the PIN file that is selected now.
[[nodiscard]] Result<Tries> ask_selected_tries(Session& card, int full_tries);

/// Sends the digits exactly once, unless one more failure would lock the card: the counter staff keep the
/// last try. WrongPin with what remains, PinAtRisk and PinLocked before or after.
[[nodiscard]] Result<void> verify(Session& card, const Tries& tries, ByteView digits);

}  // namespace cardreader
