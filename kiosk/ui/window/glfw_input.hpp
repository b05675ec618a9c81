#pragma once

#include "kiosk/ui/input.hpp"

struct GLFWwindow;

namespace kiosk {

/// Pushes what a window hears into a queue. Mouse and touch arrive the same way (X11 gives touches as a
/// mouse). Takes the window's user pointer; both must outlive the window's last event.
class WindowInput {
public:
    WindowInput(GLFWwindow* window, InputQueue& queue, float px_per_mm);
    WindowInput(const WindowInput&) = delete;
    WindowInput& operator=(const WindowInput&) = delete;
    ~WindowInput();

    [[nodiscard]] Point finger() const;
    InputQueue& queue() { return queue_; }

private:
    GLFWwindow* window_;
    InputQueue& queue_;
    float px_per_mm_;
};

}  // namespace kiosk
