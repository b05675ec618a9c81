#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cardreader/four_items.hpp"
#include "forms/facts/facts.hpp"

namespace kiosk {

/// Counts visitors. Every request to a worker carries it and every answer brings it back, so an answer that
/// arrives after its owner has left can be told from a current one.
enum class VisitId : std::uint32_t {};

/// Milliseconds since the program started, on a clock that never jumps. Given to update(), never asked for by
/// it.
using Moment = std::chrono::milliseconds;

/// How this visitor wants to be spoken to. Belongs to the visit: the next visitor starts from the defaults.
struct Preferences {
    std::string language = "ja";  // id of a language of the pack
    int text_percent = 100;       // 100, 125, 150 or 200
    bool ruby = false;
    bool high_contrast = false;
    bool voice = false;
    bool operator==(const Preferences&) const = default;
};

/// How the applicant became known.
enum class Identity : std::uint8_t { NotYet, Card, Typed };

/// One page the visitor has been shown after the card: a question (for one person of a repeated role) or the
/// results.
struct Stop {
    std::string question;  // empty: the results
    int person = 0;
    bool operator==(const Stop&) const = default;
};

/// Everything that is known of one visitor. Replacing it forgets the person.
struct Visit {
    VisitId id{};
    std::string event{};        // id of the life event, empty before one is chosen
    forms::Date today{};        // the day it is decided on, pinned when the life event was chosen
    forms::Facts facts{};       // every answer given; forms::reachable() decides which count
    std::vector<Stop> trail{};  // pages shown so far, in order; もどる walks it backwards
    std::size_t at = 0;         // where in the trail the visitor stands
    bool results_seen = false;
    std::string number{};  // the reception number this visit will have, once it was asked for
    int steps = 0;         // the N of "n / N" as last told
    Identity identity = Identity::NotYet;
    bool card_disputed = false;  // ちがうところがある: a clerk compares the card by eye
    bool needs_eyes = false;  // the card's text holds a character that cannot be trusted to be the right one
    cardreader::Authenticity authenticity{};  // of the card that was read: for the clerk, never on the screen
};

}  // namespace kiosk
