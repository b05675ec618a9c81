#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pin.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/model/visit.hpp"

namespace kiosk::command {

/// Report the reader's presence for this visit now and at each change, until UnwatchCard.
struct WatchCard {
    VisitId visit{};
};
struct UnwatchCard {
    VisitId visit{};
};
struct ReadTries {
    VisitId visit{};
    cardreader::Entry entry{};
};
/// One transaction, one VERIFY; the secret is wiped with the command.
struct ReadCard {
    VisitId visit{};
    std::variant<cardreader::Pin, cardreader::NumberB> secret;
};

/// Say what may be written instead of `from`, the kana or the postal code just typed into a text.
struct SuggestWriting {
    VisitId visit{};
    std::string item{};
    std::string from{};
};
/// Give this visit the reception number it will be stored under, so that it can be found again after 休む.
struct ReserveNumber {
    VisitId visit{};
};
/// Make the sheets, store the reception, report its number, then package and print.
struct Submit {
    VisitId visit{};
    Submission submission;
};
/// What is not printed yet waits at the desk.
struct StopPrinting {
    VisitId visit{};
};
struct PrintSlipAgain {
    VisitId visit{};
};

enum class CallReason : std::uint8_t { Asked, Card, Store, Printer, TimedOut };

/// Tell the staff that this kiosk wants somebody. Carries no personal data.
struct CallStaff {
    VisitId visit{};
    CallReason reason{};
};
/// The visit is over: drop everything that was cached of it (glyphs, texts, papers in memory).
struct Forget {
    VisitId visit{};
};

}  // namespace kiosk::command

namespace kiosk {

/// What a worker should now do, in the imperative. Cannot be copied, because a PIN may be inside.
using Command =
    std::variant<command::WatchCard, command::UnwatchCard, command::ReadTries, command::ReadCard,
                 command::SuggestWriting, command::ReserveNumber, command::Submit, command::StopPrinting,
                 command::PrintSlipAgain, command::CallStaff, command::Forget>;

}  // namespace kiosk
