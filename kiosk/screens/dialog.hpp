#pragma once

#include <optional>

#include "kiosk/model/event.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// A panel over a page. The page shows through the veil and takes no touch; the bottom bar stays in its place
/// with the panel's own acts.
struct Dialog {
    Rect box;
    Rect room;  // what is left for the panel's own parts
};

/// Lays the veil and the box with heading and words.
Dialog open_dialog(Ui& ui, const Rich& title, const Rich& words);

std::optional<Event> close_bar(Ui& ui, const std::string& id, Event event);  // 閉じる where 次へ was
std::optional<Event> continue_bar(Ui& ui);                                   // 職員を呼ぶ and 続ける
std::optional<Event> rest_bar(Ui& ui);     // 画面をかくす and 続ける
std::optional<Event> stop_bar(Ui& ui);     // 消して終わる and 続ける
std::optional<Event> undoing_bar(Ui& ui);  // もとの答えのまま and 変える

}  // namespace kiosk
