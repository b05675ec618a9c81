#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

enum class PeriodUnit : std::uint8_t { Days, Months, Years };
/// SameDay 初日算入 (戸籍法43条), NextDay 翌日起算 (民法140条).
enum class Counting : std::uint8_t { SameDay, NextDay };
enum class Roll : std::uint8_t { None, NextOpenDay };

/// A period as a law writes it.
struct DeadlineRule {
    int value = 0;        // set by the loader when `setting` names it
    std::string setting;  // id of the setting that holds the number, or empty
    PeriodUnit unit = PeriodUnit::Days;
    std::string from;  // key of a date item
    Counting counting = Counting::NextDay;
    Roll roll = Roll::NextOpenDay;
    Text words;  // the pack's own wording; empty: built from the parts
    Position at;
};

/// The days on which the office is closed.
struct Closed {
    struct DayOfYear {
        unsigned month = 0;
        unsigned day = 0;
    };
    std::vector<unsigned> weekdays;  // 0 Sunday to 6 Saturday
    DayOfYear year_end_from;         // month 0: the city has no year-end closure
    DayOfYear year_end_to;
    std::vector<Date> days;      // the city's own
    std::vector<Date> holidays;  // national

    [[nodiscard]] bool on(Date day) const;
};

/// The last day of a period by 民法143条: the day before the corresponding day of its first day, or the
/// month's last day.
[[nodiscard]] Date last_day(Date from, int value, PeriodUnit unit, Counting counting);

/// The first day from `day` on which the office is open; `day` itself when none is found within a year.
[[nodiscard]] Date next_open_day(Date day, const Closed& closed);

}  // namespace forms
