#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"

namespace forms {

/// What the rules say of a procedure: 対象, 要確認, 対象外.
enum class Outcome : std::uint8_t { Applies, Ask, DoesNotApply };

/// One fact in words (「健康保険：国民健康保険」) with the keys of the items it rests on.
struct Reason {
    Text words;
    std::vector<std::string> items;
    bool operator==(const Reason&) const = default;
};

/// A fact that is still needed for a clear answer, and who can tell it.
struct Missing {
    std::string item;       // its key
    Text label;             // 「健康保険」
    Text who;               // 「職員が市の記録で確かめます」
    bool answered = false;  // true: the person said わからない; false: not asked yet, or nobody to ask
    bool operator==(const Missing&) const = default;
};

/// The last day on which a procedure can be done in time.
struct Deadline {
    Date date{};         // after rolling to an open day
    Date by_calendar{};  // before rolling
    Date from{};         // the day the period starts from
    std::string from_item;
    Text rule;  // 「葬祭を行った日の翌日から2年」
    [[nodiscard]] bool rolled() const { return date != by_calendar; }
    bool operator==(const Deadline&) const = default;
};

/// What was found for one procedure. Plain data: it can be kept, compared, stored and shown without the pack.
struct Decision {
    std::string procedure;
    Outcome outcome{};
    bool settled = true;               // false: a question still to come can change this
    std::vector<Reason> reasons;       // first the procedure's own words, then the facts behind them
    std::vector<Missing> missing;      // only for Ask
    std::optional<Deadline> deadline;  // empty when there is none, or its start is not known
    Text deadline_rule;  // the period in words, also when its start is not known; empty when there is none
    std::optional<std::int64_t> amount;  // yen
    bool operator==(const Decision&) const = default;
};

}  // namespace forms
