#pragma once

#include <optional>

#include "kiosk/model/event.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// A page with the number pad on its right.
struct PadPage {
    Rect left;  // under the head, beside the pad, down to the margin above the bottom bar
    Rect pad;
};

/// Draws the head of a page with a pad and says where the rest stands. The pad is below the heading, as on
/// the mock-ups; where its keys would become smaller than 18 mm (facts/ux.md R3), it takes the whole height
/// and the heading the left column. `widest` mm is the most the left column takes.
PadPage draw_pad_head(HeadLook head, float widest, Ui& ui);

/// Draws the pad; what the key touched or typed on a keyboard means.
std::optional<Event> draw_pad(const Rect& pad, Ui& ui);

}  // namespace kiosk
