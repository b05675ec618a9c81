#pragma once

#include <optional>
#include <string>

#include "kiosk/model/event.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// A button of the bottom bar: what is written on it and what touching it means.
struct BarButton {
    std::string id{};
    Rich label{};
    Event event;
    ButtonKind kind = ButtonKind::Primary;
    std::string icon_after{};
};

/// The two bars around a page. Their parts lie on the same rectangles on every screen; only what a page has
/// no use for is left out.
struct Chrome {
    enum class Left { Nothing, Back, City };
    Left left = Left::Back;
    Event back = event::BackPressed{};
    bool pause = true;                  // 休む and やめる
    std::optional<BarButton> beside{};  // an opposite act, 10 mm from the primary
    std::optional<BarButton> primary{};
    Rich middle{};  // a quiet sentence where there is neither pause nor an opposite act
};

/// The usual primary: 次へ with an arrow.
[[nodiscard]] BarButton next_button(const Ui& ui, Event event = event::NextPressed{});

/// What stays free between a page and the bottom bar, in mm; less on a small panel.
[[nodiscard]] float foot_margin(const Ui& ui);

/// The bottom bar alone, for a panel that lies over a page.
std::optional<Event> draw_bottom_bar(const Chrome& chrome, Ui& ui);

std::optional<Event> draw_chrome(const Model& model, const Chrome& chrome, Ui& ui);

}  // namespace kiosk
