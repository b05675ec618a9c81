#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/input.hpp"
#include "kiosk/ui/node.hpp"

namespace kiosk {

/// What a visitor did, understood against what was on the glass.
namespace act {
struct Activated {
    std::string id;
};
struct Typed {
    char32_t character = 0;
};
struct Edited {
    KeyName key{};
};
}  // namespace act

using Act = std::variant<std::monostate, act::Activated, act::Typed, act::Edited>;

/// Understands fingers and keys: acts on release inside the pressed target with 5 mm of slop (elders press
/// hard and wobble, facts/ux.md 2.2), moves the keyboard focus, and takes one act per frame so that a screen
/// that changes under a finger never swallows or misplaces the next tap.
class Hands {
public:
    static constexpr float kSlopMm = 5.0F;
    static constexpr float kReachMm = 5.0F;  // how far past its edge a lone target still takes a finger
    static constexpr std::int64_t kSubmitGuardMs = 500;

    /// The next act from `queue`, judged against `tree` (the last frame) of the screen named `screen`.
    [[nodiscard]] Act next(InputQueue& queue, const Tree& tree, const std::string& screen);

    [[nodiscard]] const std::string& pressed() const { return pressed_; }
    /// The node the keyboard is on, empty while a finger is in charge.
    [[nodiscard]] const std::string& focused() const { return focused_; }
    void focus(std::string id) { focused_ = std::move(id); }
    void forget();

private:
    Act on(const input::Moved&, const Tree&) { return {}; }
    Act on(const input::Pressed& press, const Tree& tree);
    Act on(const input::Released& release, const Tree& tree);
    Act on(const input::KeyPressed& key, const Tree& tree);
    Act on(const input::CharTyped& typed, const Tree& tree);
    Act activate(const Node& node, std::int64_t at_ms);

    std::string screen_;
    std::string pressed_;
    Point pressed_at_;
    std::string focused_;
    std::string last_submit_;
    std::int64_t last_submit_ms_ = -kSubmitGuardMs;
};

/// Where Tab or an arrow takes the focus from the node `from` (empty: from nowhere); `from` itself when there
/// is nothing that way. Tab follows the order of the tree and goes round; arrows take the nearest in that
/// direction.
[[nodiscard]] std::string focus_after(const Tree& tree, const std::string& from, KeyName key);

}  // namespace kiosk
