#pragma once

#include <optional>

#include "kiosk/model/model.hpp"

namespace kiosk {

/// Time-outs in one place. Warned at 90 s without a touch, 60 s to react, both four times as long for the
/// grieving (facts/ux.md R11; WCAG 2.2.1 asks for 20 s and ten extensions: here there is no limit to them).
inline constexpr Moment kWarnAfter{90'000};
inline constexpr Moment kReactWithin{60'000};
inline constexpr int kGrievingPatience = 4;
/// The goodbye closes by itself.
inline constexpr Moment kGoodbye{60'000};
/// 休む: as long as somebody may need to sit down outside.
inline constexpr Moment kRestAtMost{30 * 60'000};
/// The reception number stays on the resting screen for this long, unless it is hidden sooner.
inline constexpr Moment kNumberShown{60'000};
/// So many wrong numbers bring a clerk, who knows whose visit it is.
inline constexpr int kWrongNumbers = 3;
/// A language chosen at the start and left belongs to nobody.
inline constexpr Moment kStartResets{60'000};
/// cardreader gives up a silent card after 10 s per command and waits 5 s for a busy reader; beyond this the
/// worker itself is stuck.
inline constexpr Moment kReadingAtMost{40'000};

}  // namespace kiosk
