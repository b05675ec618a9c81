#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::reception {

/// One moment as the caller's clock gave it, with the office's offset from UTC. Nothing below kiosk/app asks
/// a clock.
struct Moment {
    std::chrono::sys_time<std::chrono::milliseconds> utc{};
    std::chrono::minutes offset{std::chrono::hours{9}};
    bool operator==(const Moment&) const = default;
};

/// The calendar day at the office.
[[nodiscard]] std::chrono::year_month_day local_day(Moment moment);

/// "2026-11-22T10:45:00.000+09:00" (RFC 3339). `parse_moment` reads back what this prints, and seconds
/// without a fraction.
[[nodiscard]] std::string rfc3339(Moment moment);
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

/// "20261122", the folder name and database key of a day.
[[nodiscard]] std::string compact_day(std::chrono::year_month_day day);

}  // namespace kiosk::reception
