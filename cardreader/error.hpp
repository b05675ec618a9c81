#pragma once
#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

namespace cardreader {

/// Why a card was not read. The comment says what the caller should do.
enum class Errc : std::uint8_t {
    NoService,      // pcscd is not running or went away: say so to staff, keep trying with a new context
    NotPermitted,   // polkit refuses this account: only staff can mend it (`kakanai-card doctor`)
    NoReader,       // nothing is plugged in, or not the reader that was chosen by name
    NoCard,         // ask for the card
    ReaderBusy,     // another program (or a card that went silent) holds the reader: lay the card again
    ReaderGone,     // the reader was pulled out in the middle
    CardRemoved,    // lifted in the middle: ask for it again; nothing is known about a PIN just sent
    CardReset,      // another program reset the card: read again
    CardSilent,     // the card gave no answer in time: ask to take it off and lay it again
    CardFault,      // the card answered 6F00 twice: lay it again, then another card or the clerk
    UnknownCard,    // not a My Number card (Error::card says what else it seems to be)
    WrongPin,       // Error::tries_left says how many remain; ask the person again, never resend
    PinAtRisk,      // refused before sending: one more failure would lock the card
    PinLocked,      // only the municipal counter can unlock it
    AccessRefused,  // the card wants a right it has not been given (6982)
    Truncated,      // the answer ended before its own length said
    BadResponse,    // the card said something its specification does not allow
    Cancelled,      // the caller asked to stop
};

/// What a card that is not a My Number card seems to be; recognised by SELECT, never by ATR.
enum class CardKind : std::uint8_t {
    Unknown,
    MyNumber,
    Phone,  // a smartphone's certificates: it has no four items to give
    DriversLicence,
    MyNumberLicence,  // マイナ免許証 without the text application
    ResidenceCard,    // 在留カード・特別永住者証明書
};

/// A failure as a value: small, comparable, without a word of personal data.
struct Error {
    Errc code{};
    int tries_left = 0;                 // meaningful for WrongPin and PinAtRisk only
    CardKind card = CardKind::Unknown;  // meaningful for UnknownCard only
    std::uint32_t detail = 0;  // PC/SC code, status word or surplus bytes: for the log, never for the screen
    bool operator==(const Error&) const = default;
};

/// A value or an Error. Adds the class-level [[nodiscard]] that tl::expected 1.0 lacks.
template <class T>
struct [[nodiscard]] Result : tl::expected<T, Error> {
    using tl::expected<T, Error>::expected;
};

/// Passes a failure on, whatever the value would have been: `if (!step) return fail(step);`
template <class T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::unexpected<Error>(failed.error());
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(error);
}

/// The stable snake_case word for scripts and help desks: `wrong_pin`, `no_card` …
[[nodiscard]] std::string_view name(Errc code) noexcept;
[[nodiscard]] std::string_view name(CardKind kind) noexcept;

}  // namespace cardreader
