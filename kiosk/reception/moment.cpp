#include "kiosk/reception/moment.hpp"

#include <fmt/core.h>

#include <charconv>

namespace kiosk::reception {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return std::nullopt;
    int value = 0;
    const auto* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + count, value);
    if (error != std::errc{} || end != first + count || *first == '-') return std::nullopt;
    return value;
}

struct Tail {
    milliseconds fraction{0};
    minutes offset{0};
};

// What stands after the seconds: an optional fraction of three digits, then Z or ±hh:mm.
std::optional<Tail> parse_tail(std::string_view text) {
    Tail tail;
    if (text.starts_with('.')) {
        const auto fraction = digits(text, 1, 3);
        if (!fraction) return std::nullopt;
        tail.fraction = milliseconds(*fraction);
        text.remove_prefix(4);
    }
    if (text == "Z") return tail;
    if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const auto hour = digits(text, 1, 2);
    const auto minute = digits(text, 4, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    tail.offset = hours(*hour) + minutes(*minute);
    if (text[0] == '-') tail.offset = -tail.offset;
    return tail;
}

}  // namespace

std::chrono::year_month_day local_day(Moment moment) {
    return floor<days>(moment.utc + moment.offset);
}

std::string rfc3339(Moment moment) {
    const auto local = moment.utc + moment.offset;
    const auto day = floor<days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(floor<milliseconds>(local - day));
    const auto offset = moment.offset.count();
    const auto size = offset < 0 ? -offset : offset;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", int{date.year()},
                       unsigned{date.month()}, unsigned{date.day()}, time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count(),
                       offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::optional<Moment> parse_moment(std::string_view text) {
    constexpr std::size_t kSecondsEnd = 19;
    if (text.size() <= kSecondsEnd || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    const auto tail = parse_tail(text.substr(kSecondsEnd));
    if (!year || !month || !day || !hour || !minute || !second || !tail) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const auto local =
        std::chrono::sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second) + tail->fraction;
    return Moment{local - tail->offset, tail->offset};
}

std::string compact_day(std::chrono::year_month_day day) {
    return fmt::format("{:04}{:02}{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

}  // namespace kiosk::reception
