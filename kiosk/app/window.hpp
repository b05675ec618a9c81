#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/ui/input.hpp"
#include "kiosk/ui/look.hpp"

namespace kiosk {

enum class WindowKind : std::uint8_t { FullScreen, Windowed };

/// The one window with its OpenGL 3 context and Dear ImGui's renderer. UI thread only.
class Window {
public:
    /// Throws std::runtime_error in words for staff when there is no display or no OpenGL 3.3.
    Window(WindowKind kind, double panel_inches, InputQueue& queue);
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    /// Sleeps until input, a wake() or the time; then hands what happened to the queue.
    void wait(std::chrono::milliseconds at_most);
    /// Hands waiting input to the queue without sleeping.
    void poll();
    /// From any thread: ends wait().
    static void wake();

    /// Draws one frame with `draw` between ImGui's NewFrame and Render, and shows it. While `draw` returns
    /// true, what it drew is out of date already: it is thrown away and drawn anew.
    void frame(const std::function<bool()>& draw);

    [[nodiscard]] const Panel& panel() const noexcept { return panel_; }
    /// A window may be closed by its user; the full screen may not.
    [[nodiscard]] bool closed() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
    Panel panel_;
};

}  // namespace kiosk
