#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/my_number/read.hpp"
#include "forms/facts/facts.hpp"
#include "kiosk/model/draft.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/model/visit.hpp"

namespace kiosk::event {

// --- what the person did ---

/// The screen was touched or a key pressed, whatever came of it. The app posts it; screens need not.
struct Touched {};

/// A tile of the start screen.
struct LifeEventChosen {
    std::string id;
};
struct LanguageChosen {
    std::string id;
};
struct TextSizeChosen {
    int percent = 100;
};
struct RubyToggled {};
struct ContrastToggled {};
struct VoiceToggled {};
struct LanguagePanelOpened {};
struct TextSizePanelOpened {};
struct PanelClosed {};

struct BackPressed {};  // もどる
/// The primary button, whatever it is called: 次へ, このまま進む, この内容で申請書を作る, 終わる.
struct NextPressed {};
struct StaffButtonPressed {};
struct RestPressed {};      // 休む
struct RestNumberNoted {};  // 画面をかくす: the number was read, it may go from the screen
struct StopPressed {};      // やめる
struct StopConfirmed {};    // 消して終わる
/// 続ける: on the time-out, on 休む, on やめる's question.
struct ContinuePressed {};

struct NoCardChosen {};  // カードがない方・忘れた方
struct PinForgotten {};  // 暗証番号がわからない: 照合番号B is asked instead
struct CardDisputed {};  // ちがうところがある

/// A key of the number pad: PIN, digits and dates alike; goes where the focus is.
struct DigitPressed {
    char digit = '0';
};
struct DigitErased {};    // 1けた消す
struct DigitsCleared {};  // 全部消す

struct AnswerPicked {
    std::string item;
    forms::Value value;
};
struct UnknownPicked {};  // わからない
struct NonePicked {};     // どれもない, in a list to choose from
struct EraPicked {
    std::string item;
    EraTile era{};
};
struct DatePartFocused {
    std::string item;
    DatePart part{};
};
struct ItemFocused {
    std::string item;
};
/// The screen's editor changed a text; text and caret are the result.
struct TextEdited {
    std::string item;
    std::string text;
    std::size_t caret = 0;
};
/// Another page of tiles, rows or groups was asked for (Question, Results, Review).
struct PageTurned {
    std::size_t group = 0;  // Results: group, Review: section, else 0
    std::size_t page = 0;
};

struct FixChosen {
    std::string question;
    int person = 0;
};
struct ChangeConfirmed {};  // the change is made although it undoes others
struct ChangeWithdrawn {};  // the old answer stays

struct PrintingLeft {};  // 印刷を止める / 残りは職員から受け取る: the rest waits at the desk
struct SlipAgainPressed {};  // 案内書をもう1枚印刷
struct RetryPressed {};

// --- what the workers found; each carries the visit that asked ---

enum class Presence : std::uint8_t { Absent, Present };

/// The reader was looked at: a card lies on it, none does, or why it cannot be told.
struct CardSeen {
    VisitId visit{};
    cardreader::Result<Presence> presence;
};
struct TriesAnswered {
    VisitId visit{};
    cardreader::Entry entry{};
    cardreader::Result<int> tries_left;
};
struct CardRead {
    VisitId visit{};
    cardreader::Result<cardreader::FourItems> holder;
};

/// What may be written instead of `from`, the likeliest first; empty when nothing is known.
struct WritingSuggested {
    VisitId visit{};
    std::string item{};
    std::string from{};
    std::vector<std::string> instead{};
};
/// The number this visit will be stored under; empty when the store has none to give.
struct NumberReserved {
    VisitId visit{};
    std::string number;
};
/// The reception is committed: only now may its number be shown.
struct Accepted {
    VisitId visit{};
    Receipt receipt;
};
struct AcceptFailed {
    VisitId visit{};
    AcceptTrouble trouble{};
};
struct PaperMoved {
    VisitId visit{};
    std::size_t paper = 0;  // index into Receipt::papers
    PaperState state{};
};
/// The printer's trouble, or its end (empty).
struct PrinterChanged {
    VisitId visit{};
    std::optional<PrinterTrouble> trouble;
};

// --- what the clock said ---

/// A deadline may have passed; `update` gets the moment itself.
struct TimePassed {};
/// A day began, and with it what today means for visits that start from now on.
struct DayBegan {
    forms::Date today;
};
/// Whether this machine has a voice to read the screen aloud with.
struct VoiceFound {
    bool found = false;
};
/// The pack was read (again): with problems nobody can start.
struct PackJudged {
    bool usable = true;
};

}  // namespace kiosk::event

namespace kiosk {

/// What happened, in the past tense.
using Event = std::variant<
    event::Touched, event::LifeEventChosen, event::LanguageChosen, event::TextSizeChosen, event::RubyToggled,
    event::ContrastToggled, event::VoiceToggled, event::LanguagePanelOpened, event::TextSizePanelOpened,
    event::PanelClosed, event::BackPressed, event::NextPressed, event::StaffButtonPressed, event::RestPressed,
    event::RestNumberNoted, event::StopPressed, event::StopConfirmed, event::ContinuePressed,
    event::NoCardChosen, event::PinForgotten, event::CardDisputed, event::DigitPressed, event::DigitErased,
    event::DigitsCleared, event::AnswerPicked, event::UnknownPicked, event::NonePicked, event::EraPicked,
    event::DatePartFocused, event::ItemFocused, event::TextEdited, event::PageTurned, event::FixChosen,
    event::ChangeConfirmed, event::ChangeWithdrawn, event::PrintingLeft, event::SlipAgainPressed,
    event::RetryPressed, event::CardSeen, event::TriesAnswered, event::CardRead, event::WritingSuggested,
    event::NumberReserved, event::Accepted, event::AcceptFailed, event::PaperMoved, event::PrinterChanged,
    event::TimePassed, event::DayBegan, event::VoiceFound, event::PackJudged>;

}  // namespace kiosk
