#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/palette.hpp"

namespace kiosk {

/// What a part of the screen is, for speech, keyboard, tests and lints alike.
enum class Role {
    Heading,
    Step,
    Text,
    Image,
    Primary,
    Secondary,
    Link,
    Utility,
    Choice,
    Key,
    Index,
    Field,
    Dialog
};

/// What can be done with it and what it is now; a state is never told by colour alone.
struct NodeState {
    bool actionable = false;  // a touch or Enter on it does something
    bool selected = false;
    bool pressed = false;
    bool focused = false;
    bool clipped = false;     // its words did not fit its rectangle at the size asked for
    bool undrawable = false;  // holds a character no face can draw
    bool operator==(const NodeState&) const = default;
};

/// One part of the screen as this frame drew it. `label` is what is written, `reading` how it is said (kana
/// for Japanese, the label itself where it has no kanji); a secret is read as 「ほし」, never as its digits.
struct Node {
    std::string id{};  // stable and readable, such as `pin.key.3`: the name for tests, speech and scripts
    Role role = Role::Text;
    std::string label{};
    std::string reading{};
    NodeState state{};
    Rect rect{};        // mm, as drawn
    float text_mm = 0;  // em of the words in it, 0 when it has none
    Paint ink = Paint::Text;
    Paint ground = Paint::Ground;
    std::string language{};
};

using Tree = std::vector<Node>;

[[nodiscard]] const Node* find(const Tree& tree, const std::string& id);

/// What lies under a finger: the actionable node whose rectangle, grown to the midline towards its neighbours
/// (at most `reach` mm), holds the point. Nothing when the finger missed everything.
[[nodiscard]] const Node* hit(const Tree& tree, Point finger, float reach);

}  // namespace kiosk
