#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/geometry.hpp"

namespace kiosk {

/// A key that moves or acts; characters come as CharTyped.
enum class KeyName : std::uint8_t {
    Tab,
    BackTab,
    Left,
    Right,
    Up,
    Down,
    Enter,
    Escape,
    Backspace,
    Delete,
    Home,
    End
};

/// What the outside world did, with the time it did it (ms of a steady clock, given by the caller).
namespace input {
struct Moved {
    Point at;
};
struct Pressed {
    Point at;
    std::int64_t at_ms = 0;
};
struct Released {
    Point at;
    std::int64_t at_ms = 0;
};
struct KeyPressed {
    KeyName key{};
    std::int64_t at_ms = 0;
};
struct CharTyped {
    char32_t character = 0;
};
}  // namespace input

using Input =
    std::variant<input::Moved, input::Pressed, input::Released, input::KeyPressed, input::CharTyped>;

/// Holds what fingers and keys did between two frames, in order. ImGui 1.86 has no such queue: there, two
/// taps within one slow frame become one tap at the second place. Used by the UI thread only (window
/// callbacks push).
class InputQueue {
public:
    static constexpr std::size_t kCapacity = 512;

    /// Moves are folded into the last one; false when the queue is full (50 taps behind) and the input was
    /// dropped.
    bool push(const Input& happened);
    [[nodiscard]] std::optional<Input> pop();
    [[nodiscard]] const Input* peek() const { return size_ == 0 ? nullptr : &ring_[first_]; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    void clear();

private:
    std::array<Input, kCapacity> ring_{};
    std::size_t first_ = 0;
    std::size_t size_ = 0;
};

}  // namespace kiosk
