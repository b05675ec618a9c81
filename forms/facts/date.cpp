#include "forms/facts/date.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>

namespace forms {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

struct EraStart {
    Era era;
    std::string_view text;
    std::string_view id;
    Date first;
    int year_zero;  // western year of the era's year 1, less 1
};

constexpr Date date(int y, unsigned m, unsigned d) {
    return Date{year{y}, month{m}, day{d}};
}

// facts/procedures.md §5.1; Meiji 1 to 5 used the lunar calendar and cannot be converted by arithmetic.
constexpr std::array<EraStart, 5> kEras{{
    {Era::Meiji, "明治", "meiji", date(1873, 1, 1), 1867},
    {Era::Taisho, "大正", "taisho", date(1912, 7, 30), 1911},
    {Era::Showa, "昭和", "showa", date(1926, 12, 25), 1925},
    {Era::Heisei, "平成", "heisei", date(1989, 1, 8), 1988},
    {Era::Reiwa, "令和", "reiwa", date(2019, 5, 1), 2018},
}};

constexpr const EraStart& start_of(Era era) {
    return kEras.at(static_cast<std::size_t>(era));
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        if (c < '0' || c > '9') return {};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    return value;
}

}  // namespace

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d) return {};
    const Date result{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!result.ok()) return {};
    return result;
}

std::string iso_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::int64_t day_number(Date date) {
    return sys_days{date}.time_since_epoch().count();
}

Date date_of_day(std::int64_t number) {
    return Date{sys_days{days{number}}};
}

std::optional<Wareki> to_wareki(Date date) {
    for (std::size_t i = kEras.size(); i-- > 0;) {
        const auto& start = kEras.at(i);
        if (date < start.first) continue;
        return Wareki{start.era, static_cast<int>(date.year()) - start.year_zero,
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
    }
    return {};
}

std::optional<Date> from_wareki(const Wareki& wareki) {
    if (wareki.year < 1 || wareki.year > 999) return {};
    const Date result{year{start_of(wareki.era).year_zero + wareki.year}, month{wareki.month},
                      day{wareki.day}};
    if (!result.ok()) return {};
    if (to_wareki(result) != wareki) return {};
    return result;
}

std::string_view era_text(Era era) {
    return start_of(era).text;
}

std::string_view era_id(Era era) {
    return start_of(era).id;
}

std::string wareki_text(Date date) {
    const auto month = static_cast<unsigned>(date.month());
    const auto day = static_cast<unsigned>(date.day());
    const auto wareki = to_wareki(date);
    if (!wareki) return fmt::format("{}年{}月{}日", static_cast<int>(date.year()), month, day);
    const auto year = wareki->year == 1 ? std::string("元") : std::to_string(wareki->year);
    return fmt::format("{}{}年{}月{}日", era_text(wareki->era), year, month, day);
}

std::string_view weekday_text(Date date) {
    static constexpr std::array<std::string_view, 7> kNames{"日", "月", "火", "水", "木", "金", "土"};
    return kNames.at(weekday{sys_days{date}}.c_encoding());
}

std::string english_date_text(Date date) {
    static constexpr std::array<std::string_view, 12> kMonths{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()));
}

}  // namespace forms
