#pragma once

#include "kiosk/ui/node.hpp"

namespace kiosk {

/// Whether a page holds more than its room: something is cut off, hangs out of `page`, lies over something
/// else, or leaves a target smaller than a finger (15 mm, facts/ux.md R1). `page` is the room between the two
/// bars; what begins outside it is judged against `glass`.
[[nodiscard]] bool crowded(const Tree& tree, const Rect& page, const Rect& glass);

/// Where the letters of a text are: its rectangle without the air above and below them.
[[nodiscard]] Rect letters_of(const Node& node);

}  // namespace kiosk
