#include "kiosk/screens/pad_page.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"

namespace kiosk {
namespace {

constexpr float kKey = 18.0F;
constexpr float kSmallKey = 15.1F;  // on a small panel: a finger's least, rather than a heading in pieces
constexpr float kGap = grid(17);

}  // namespace

PadPage draw_pad_head(HeadLook head, float widest, Ui& ui) {
    const auto area = ui.content();
    const bool small = ui.height() < 150;
    const float pad_w = std::min(grid(538), area.w * 0.42F);
    const float left_w = std::min(widest, area.w - pad_w - grid(small ? 34 : 60));
    const float bottom = area.bottom() - (ui.height() < 170 ? foot_margin(ui) : grid(60));

    auto heading = head;
    heading.lead.clear();
    head.width = left_w;
    const float under = ui.head_bottom(heading);
    float pad_top = small ? under + grid(12) : std::max(area.y + grid(170), under + grid(14));
    // 1けた消す takes two lines, and readings over both.
    const float key = !small ? kKey : ui.look().shows_ruby() ? 1.2F * kSmallKey : kSmallKey;
    if (bottom - pad_top < 4 * key + 3 * kGap) {
        head.title_width = left_w;
        pad_top = area.y + grid(small ? 13 : 26);
    }
    const float top = ui.head(head) + grid(small ? 5 : 22);
    return {{area.x, top, left_w, bottom - top}, {area.right() - pad_w, pad_top, pad_w, bottom - pad_top}};
}

std::optional<Event> draw_pad(const Rect& pad, Ui& ui) {
    const auto key = ui.digit_pad(pad);
    if (!key) return std::nullopt;
    if (*key == Ui::kErase) return event::DigitErased{};
    if (*key == Ui::kClear) return event::DigitsCleared{};
    return event::DigitPressed{*key};
}

}  // namespace kiosk
