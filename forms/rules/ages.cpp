#include "forms/rules/ages.hpp"

#include <chrono>

namespace forms {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Date next_day(Date day) {
    return Date{sys_days{day} + days{1}};
}

}  // namespace

std::int64_t age_on(Date birth, Date day) {
    const auto years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    const auto before_birthday = std::pair(day.month(), day.day()) < std::pair(birth.month(), birth.day());
    return before_birthday ? years - 1 : years;
}

std::int64_t age_by_law(Date birth, Date day) {
    return age_on(birth, next_day(day));
}

Date fiscal_year_end_18(Date birth) {
    // The first 31 March on which the age by law is 18: reached when the birthday is on 1 April or before.
    const bool early =
        std::pair(birth.month(), birth.day()) <= std::pair(std::chrono::April, std::chrono::day{1});
    return Date{birth.year() + std::chrono::years{early ? 18 : 19}, std::chrono::March, std::chrono::day{31}};
}

Date months_after(Date day, std::int64_t months) {
    const auto same_day = day + std::chrono::months{static_cast<int>(months)};
    if (same_day.ok()) return same_day;
    return Date{sys_days{same_day.year() / same_day.month() / std::chrono::last}};
}

}  // namespace forms
