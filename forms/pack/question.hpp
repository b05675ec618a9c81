#pragma once

#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// One screen's question: one item, or a few that belong together (a name and its kana).
/// When it asks items of a repeated role it is asked once for each person.
struct Question {
    std::string id;
    std::vector<std::string> events;  // empty: every event
    std::string section;
    std::vector<std::string> asks;  // item keys
    Expression when;                // reachable unless this is false
    bool always = false;            // asked even when it decides nothing
    Text label;                     // short noun for the review; needed when several yes-or-no are asked
    Text text;                      // with its reading in kana
    Text help;
    bool unknown = true;  // わからない is offered
    Text unknown_note;    // what happens then
    Position at;

    /// Whether one screen shows several things that may be so, each to be touched (all items are yes_no).
    bool several = false;
};

}  // namespace forms
