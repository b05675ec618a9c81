#include "forms/rules/deadline.hpp"

#include <algorithm>

#include "forms/facts/date.hpp"

namespace forms {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

bool in_year_end(Date day, const Closed& closed) {
    if (closed.year_end_from.month == 0) return false;
    const auto key = [](unsigned month, unsigned day_of_month) { return month * 100 + day_of_month; };
    const auto now = key(static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    const auto from = key(closed.year_end_from.month, closed.year_end_from.day);
    const auto to = key(closed.year_end_to.month, closed.year_end_to.day);
    return from <= to ? from <= now && now <= to : now >= from || now <= to;
}

}  // namespace

bool Closed::on(Date day) const {
    const auto weekday = std::chrono::weekday{sys_days{day}}.c_encoding();
    return std::ranges::find(weekdays, weekday) != weekdays.end() || in_year_end(day, *this) ||
           std::ranges::find(days, day) != days.end() || std::ranges::find(holidays, day) != holidays.end();
}

Date last_day(Date from, int value, PeriodUnit unit, Counting counting) {
    const Date first = counting == Counting::SameDay ? from : Date{sys_days{from} + days{1}};
    if (unit == PeriodUnit::Days) return Date{sys_days{first} + days{value - 1}};
    const Date same_day = unit == PeriodUnit::Months ? first + months{value} : first + years{value};
    // 民法143条2項ただし書: 応当日がなければその月の末日に満了する。
    if (!same_day.ok()) return Date{sys_days{same_day.year() / same_day.month() / std::chrono::last}};
    return Date{sys_days{same_day} - days{1}};
}

Date next_open_day(Date day, const Closed& closed) {
    for (int ahead = 0; ahead < 366; ++ahead) {
        const Date candidate{sys_days{day} + days{ahead}};
        if (!closed.on(candidate)) return candidate;
    }
    return day;
}

}  // namespace forms
