#include "kiosk/app/clock.hpp"

#include <chrono>
#include <ctime>

namespace kiosk {

reception::Moment wall_clock() {
    const auto now = std::chrono::system_clock::now();
    const auto seconds = std::chrono::system_clock::to_time_t(now);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return {
        .utc = std::chrono::time_point_cast<std::chrono::milliseconds>(now),
        .offset = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff))};
}

forms::Date today() {
    return reception::local_day(wall_clock());
}

Moment steady_now() {
    return std::chrono::duration_cast<Moment>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace kiosk
