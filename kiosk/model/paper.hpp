#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/rules/decision.hpp"
#include "kiosk/model/visit.hpp"

namespace kiosk {

/// Where one paper of the visit is.
enum class PaperState : std::uint8_t {
    Waiting,   // 順番を待っています
    Printing,  // 印刷しています
    Printed,   // 印刷しました
    AtDesk,    // 職員から受け取る: the resident need not wait for it
};

/// One document of the visit: a filled sheet, the slip (手続き案内書) or the routing slip (受付案内票).
struct Paper {
    std::string title;  // official title, Japanese
    int pages = 1;
    PaperState state = PaperState::Waiting;
    bool operator==(const Paper&) const = default;
};

/// What a stored reception tells the screen. Exists only after the commit.
struct Receipt {
    std::string number;         // 受付番号, e.g. "1122-014"
    std::vector<Paper> papers;  // in printing order
    bool operator==(const Receipt&) const = default;
};

/// Why a reception could not be stored. The visit stays on the screen in every case.
enum class AcceptTrouble : std::uint8_t {
    StoreFull,         // no room on the disk
    StoreUnavailable,  // the state directory or the database cannot be used
    SheetsFailed,      // a sheet could not be made
};

/// Why paper does not come out. The reception is safe in every case.
enum class PrinterTrouble : std::uint8_t {
    NotConfigured,  // no printer is set up: the papers lie in the state directory for the clerk
    Unreachable,
    Stopped,
    NoPaper,
    Jammed,
    CoverOpen,
    OutOfInk,
    Other,
};

/// A finished visit on its way to the delivery worker. Holds only facts that are still reachable.
struct Submission {
    const forms::Pack* pack = nullptr;  // the one the visit began with; outlives every worker's use of it
    std::string event;
    forms::Date today;
    forms::Facts facts;
    std::vector<forms::Decision> decisions;  // as the resident saw them
    Preferences preferences;                 // the slip is set larger when larger text was chosen
    Identity identity = Identity::NotYet;
    bool card_disputed = false;
    bool needs_eyes = false;
    cardreader::Authenticity authenticity{};
};

}  // namespace kiosk
