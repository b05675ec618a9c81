#pragma once

#include "forms/facts/value.hpp"
#include "kiosk/model/visit.hpp"
#include "kiosk/reception/moment.hpp"

// The only clocks of the program. Everything below kiosk/app is told the time.
namespace kiosk {

/// The wall clock with this machine's offset from UTC.
[[nodiscard]] reception::Moment wall_clock();
/// Today, where the machine stands.
[[nodiscard]] forms::Date today();
/// Milliseconds on a clock that never jumps.
[[nodiscard]] Moment steady_now();

}  // namespace kiosk
