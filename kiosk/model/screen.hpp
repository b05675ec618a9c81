#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cardreader/error.hpp"
#include "cardreader/my_number/read.hpp"
#include "forms/facts/facts.hpp"
#include "forms/interview/interview.hpp"
#include "forms/rules/decision.hpp"
#include "kiosk/model/draft.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/model/secret_entry.hpp"
#include "kiosk/model/visit.hpp"

namespace kiosk {

// Screens, as data. Which one is showing *is* the state; there is no separate "current screen" flag.

/// The life events and the languages.
struct Start {};

/// Asks for the card. `trouble` says in which way the last try failed (no service, no reader, lifted, wrong
/// card …).
struct PlaceCard {
    std::optional<cardreader::Error> trouble{};
    bool lift_first = false;  // the card that lies there failed: it has to be taken off and laid again
};

/// The PIN pad. `tries_left` is empty while the card is still being asked.
struct EnterPin {
    PinEntry entry{};
    std::optional<int> tries_left{};
    std::optional<cardreader::Error> trouble{};  // WrongPin, PinAtRisk, PinLocked …
};

/// The other way in: 照合番号B, the 14 digits printed on the card. Typed in the open, as they are printed.
struct EnterNumberB {
    NumberBEntry entry{};
    std::optional<int> tries_left{};
    std::optional<cardreader::Error> trouble{};
};

/// The card is being read.
struct Reading {
    Moment since{};
    cardreader::Entry entry{};  // where a wrong entry leads back to
};

/// What the card said, to be confirmed. The card may be taken from here on.
struct ConfirmCard {
    forms::Facts holder{};  // applicant.name, .address, .birth_date, .sex
    bool needs_eyes = false;
    cardreader::Authenticity authenticity{};  // not shown
    bool card_present = true;
};

/// Why 次へ could not go on. Said in neutral words beside the field.
enum class DraftTrouble : std::uint8_t {
    Empty,       // nothing answered yet
    NoSuchDate,  // a day that does not exist
    FutureDate,  // a day after today where only the past makes sense
    TooShort,    // fewer digits than the item has
    OutOfRange,  // number below min or above max
    NotKana,     // kana expected
};

/// What may be written instead of the end of a text (`from`, up to the caret): kanji for kana, the place for
/// a postal code.
struct Suggestions {
    std::string item{};
    std::string from{};
    std::vector<std::string> instead{};
    bool operator==(const Suggestions&) const = default;
};

/// One question. `question` is the pack's id; the words are looked up there.
struct Question {
    std::string question{};
    int person = 0;                   // for a repeated role: whose
    std::vector<ItemDraft> drafts{};  // one per item asked; two or more are one group on one screen
    std::size_t focus = 0;            // index into drafts that typing goes to
    bool several = false;             // yes-or-no items to choose from: untouched ones are no
    bool unknown = false;             // わからない is chosen
    int number = 1;                   // step n of N
    int of = 1;
    std::vector<std::string> why_procedures{};  // procedures it can still change or whose paper needs it
    bool decides = false;                       // false: only paper needs it
    std::optional<DraftTrouble> trouble{};
    std::size_t trouble_at = 0;            // index into drafts
    std::string impossible{};              // not empty: the pack's id of what these answers cannot be
    Suggestions suggestions{};             // for the text being typed; none: `instead` is empty
    int page = 0;                          // page of tiles
    bool for_review = false;               // reached by なおす: 次へ returns to the review
    std::vector<forms::Change> undoing{};  // not empty: this change undoes these; said before it is made
};

enum class GroupKind : std::uint8_t {
    Dated,
    DateUnknown,  // a deadline whose first day is not known, or one without a day (お葬式の前に, 速やかに)
    Money,
    NoHurry,
    Elsewhere,
};

/// One group of the results: those with the same deadline, the money, the unhurried, the other offices.
struct ResultGroup {
    GroupKind kind = GroupKind::Dated;
    std::optional<forms::Date> until{};    // Dated only
    std::vector<std::size_t> decisions{};  // indexes into Results::decisions
};

/// The procedures found (applies and ask; never those that do not apply).
struct Results {
    std::vector<forms::Decision> decisions{};
    std::vector<ResultGroup> groups{};  // earliest first, never empty ones
    std::size_t group = 0;
    std::size_t page = 0;
};

/// One row of the review. `value` is empty for わからない and for what has not been answered (`missing`).
struct ReviewRow {
    std::string question{};  // where なおす leads
    int person = 0;          // for a repeated role: whose
    std::string item{};
    std::optional<forms::Value> value{};
    forms::Provenance from = forms::Provenance::Resident;
    bool missing = false;
    std::vector<std::string> chosen{};  // of a list to choose from: the items that are so
    bool several = false;               // this row is such a list: `item` is its first item
};

struct ReviewSection {
    std::string id{};  // section of the pack
    std::vector<ReviewRow> rows{};
};

/// Everything that will be printed, by section.
struct Review {
    std::vector<ReviewSection> sections{};
    std::size_t section = 0;
    std::size_t page = 0;
};

/// The reception is being stored. Becomes Printing once the commit is reported, Trouble when it cannot be
/// stored.
struct Submitting {
    Moment since{};
};

/// Papers are coming out. `trouble` shows screen 14; printing goes on by itself when it is mended.
struct Printing {
    Receipt receipt{};
    Moment since{};
    std::optional<PrinterTrouble> trouble{};
    Moment trouble_since{};
};

/// 受付番号 and goodbye.
struct Finish {
    Receipt receipt{};
    std::string first_counter{};  // id of the division to go to first; empty: none
    bool reprinting = false;
};

enum class TroubleKind : std::uint8_t {
    StoreFull,
    StoreUnavailable,
    SheetsFailed,
    PackBroken,  // the pack has errors: nobody can start; IT staff see file:line:column on the terminal
};

/// The visit cannot go on by itself. The answers are kept; RetryPressed tries again.
struct Trouble {
    TroubleKind kind{};
    Moment since{};
};

using Screen = std::variant<Start, PlaceCard, EnterPin, EnterNumberB, Reading, ConfirmCard, Question, Results,
                            Review, Submitting, Printing, Finish, Trouble>;

// Small panels over a screen. The screen beneath stays as it is.
struct LanguagePanel {};
struct TextSizePanel {};
/// A clerk has been called; the panel can be closed and the visit goes on.
struct StaffCalled {
    Moment since{};
};
/// 休む: the screen is hidden, the answers stay. With a reception number the way back asks for the last
/// digits of it, so that nobody but who was told them sees the answers; without one (the store has none to
/// give) 続ける alone leads back.
struct Resting {
    static constexpr std::size_t kDigits = 3;
    Moment since{};
    std::string number{};  // "1122-014"; empty: not known yet, or none to be had
    bool noted = false;    // the number has gone from the screen; now it is asked for
    std::string typed{};
    int wrong = 0;  // tries with another number
};
/// やめる: asks once whether to erase everything.
struct StopAsked {};
/// Nobody has touched the screen for a while; at `closes_at` the visit is forgotten.
struct TimeOut {
    Moment since{};
    Moment closes_at{};
};
using Overlay =
    std::variant<std::monostate, LanguagePanel, TextSizePanel, StaffCalled, Resting, StopAsked, TimeOut>;

}  // namespace kiosk
