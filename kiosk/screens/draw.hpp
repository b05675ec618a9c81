#pragma once

#include <optional>
#include <string>

#include "kiosk/model/event.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// Draws the model's screen and the panel over it, and returns what the person did, if anything. Changes
/// nothing. `now` moves the slow bars; the same clock as update()'s.
[[nodiscard]] std::optional<Event> draw(const Model& model, Moment now, Ui& ui);

/// How this model's visitor wants to see it on `panel`.
[[nodiscard]] Look look_of(const Model& model, const Panel& panel);

/// A name that changes whenever what a finger means changes: the screen, its question and what lies over it.
/// Pass it to Ui::begin, so that a touch begun on one screen never acts on the next.
[[nodiscard]] std::string screen_name(const Model& model);

}  // namespace kiosk
