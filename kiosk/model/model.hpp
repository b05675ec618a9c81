#pragma once

#include <optional>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "kiosk/model/command.hpp"
#include "kiosk/model/event.hpp"
#include "kiosk/model/screen.hpp"
#include "kiosk/model/visit.hpp"

namespace kiosk {

/// What stays when a visitor leaves. A visit pins the pack it began with: the app gives a new one between
/// visits only.
struct Setup {
    const forms::Pack* pack = nullptr;  // outlives the model
    double panel_inches = 15.6;         // diagonal of the screen
    forms::Date today{};
    bool has_voice = false;  // something can read the screen aloud
};

/// The whole state of the kiosk as one value; a pure function of it is on the screen.
struct Model {
    Setup setup{};
    Preferences preferences{};
    Visit visit{};
    Screen screen = Start{};
    Overlay overlay{};
    Moment touched{};  // when the person last did something
};

using Commands = std::vector<Command>;

/// The whole behaviour of the kiosk: no ImGui, no threads, no files, no clock. Returns what workers should
/// now do.
[[nodiscard]] Commands update(Model& model, const Event& event, Moment now);

/// When update() wants to hear TimePassed next; empty while nothing is pending (the start screen).
[[nodiscard]] std::optional<Moment> next_deadline(const Model& model);

}  // namespace kiosk
