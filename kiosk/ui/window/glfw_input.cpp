#include "kiosk/ui/window/glfw_input.hpp"

#include <GLFW/glfw3.h>

#include <optional>

namespace kiosk {
namespace {

std::int64_t now_ms() {
    return static_cast<std::int64_t>(glfwGetTime() * 1000);
}

WindowInput& of(GLFWwindow* window) {
    return *static_cast<WindowInput*>(glfwGetWindowUserPointer(window));
}

std::optional<KeyName> key_name(int key, int modifiers) {
    switch (key) {
        case GLFW_KEY_TAB:
            return (modifiers & GLFW_MOD_SHIFT) != 0 ? KeyName::BackTab : KeyName::Tab;
        case GLFW_KEY_LEFT:
            return KeyName::Left;
        case GLFW_KEY_RIGHT:
            return KeyName::Right;
        case GLFW_KEY_UP:
            return KeyName::Up;
        case GLFW_KEY_DOWN:
            return KeyName::Down;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return KeyName::Enter;
        case GLFW_KEY_ESCAPE:
            return KeyName::Escape;
        case GLFW_KEY_BACKSPACE:
            return KeyName::Backspace;
        case GLFW_KEY_DELETE:
            return KeyName::Delete;
        case GLFW_KEY_HOME:
            return KeyName::Home;
        case GLFW_KEY_END:
            return KeyName::End;
        default:
            return std::nullopt;
    }
}

void on_button(GLFWwindow* window, int button, int action, int /*modifiers*/) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    auto& input = of(window);
    if (action == GLFW_PRESS)
        input.queue().push(input::Pressed{input.finger(), now_ms()});
    else
        input.queue().push(input::Released{input.finger(), now_ms()});
}

void on_key(GLFWwindow* window, int key, int /*scancode*/, int action, int modifiers) {
    if (action == GLFW_RELEASE) return;
    // Holding a key repeats only what edits; a trembling hand on Enter must not run through the screens.
    const auto name = key_name(key, modifiers);
    const bool repeats = name == KeyName::Backspace || name == KeyName::Left || name == KeyName::Right;
    if (!name || (action == GLFW_REPEAT && !repeats)) return;
    of(window).queue().push(input::KeyPressed{*name, now_ms()});
}

void on_char(GLFWwindow* window, unsigned character) {
    of(window).queue().push(input::CharTyped{character});
}

void on_move(GLFWwindow* window, double /*x*/, double /*y*/) {
    auto& input = of(window);
    input.queue().push(input::Moved{input.finger()});
}

}  // namespace

WindowInput::WindowInput(GLFWwindow* window, InputQueue& queue, float px_per_mm)
    : window_(window), queue_(queue), px_per_mm_(px_per_mm) {
    glfwSetWindowUserPointer(window, this);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetCursorPosCallback(window, on_move);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_char);
}

WindowInput::~WindowInput() {
    glfwSetMouseButtonCallback(window_, nullptr);
    glfwSetCursorPosCallback(window_, nullptr);
    glfwSetKeyCallback(window_, nullptr);
    glfwSetCharCallback(window_, nullptr);
    glfwSetWindowUserPointer(window_, nullptr);
}

Point WindowInput::finger() const {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    return {static_cast<float>(x) / px_per_mm_, static_cast<float>(y) / px_per_mm_};
}

}  // namespace kiosk
