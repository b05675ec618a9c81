#pragma once

namespace kiosk {

/// Gives the system back what this process holds for nothing: freed heap, and pages of code and fonts that
/// were read once (software GL compiles its shaders at the start and never again). They stay in the system's
/// cache, and what is still needed comes back from there by itself. Linux only; does nothing where it cannot.
void hand_back_memory() noexcept;

}  // namespace kiosk
