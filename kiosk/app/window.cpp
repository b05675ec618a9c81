#include "kiosk/app/window.hpp"

#include <GLFW/glfw3.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <stdexcept>

#include "kiosk/ui/window/glfw_input.hpp"

namespace kiosk {

namespace {

constexpr int kWindowWidth = 1280,
              kWindowHeight = 720;  // 16:9 like the reference panel, on a developer's desk

struct Glfw {
    Glfw() {
        if (glfwInit() == GLFW_FALSE)
            throw std::runtime_error("画面を開けません(DISPLAY を確かめてください)");
    }
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
    ~Glfw() { glfwTerminate(); }
};

struct DestroyWindow {
    void operator()(GLFWwindow* window) const noexcept { glfwDestroyWindow(window); }
};

GLFWwindow* open_window(WindowKind kind) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    // Flat words and shapes need neither: on software GL each is a whole screen of memory.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    // A full screen that gives way when something else takes the focus would show the desktop to a resident.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    GLFWmonitor* monitor = kind == WindowKind::FullScreen ? glfwGetPrimaryMonitor() : nullptr;
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    auto* window = mode ? glfwCreateWindow(mode->width, mode->height, "Kakanai", monitor, nullptr)
                        : glfwCreateWindow(kWindowWidth, kWindowHeight, "Kakanai", nullptr, nullptr);
    if (!window) throw std::runtime_error("画面を開けません(OpenGL 3.3 が使えません)");
    return window;
}

struct ImGuiLife {
    ImGuiLife() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;  // nothing of a visit goes to a file
        ImGui_ImplOpenGL3_Init("#version 330");
    }
    ImGuiLife(const ImGuiLife&) = delete;
    ImGuiLife& operator=(const ImGuiLife&) = delete;
    ~ImGuiLife() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
};

}  // namespace

struct Window::Inside {
    Inside(WindowKind kind) : window(open_window(kind)) { glfwMakeContextCurrent(window.get()); }

    Glfw glfw;
    std::unique_ptr<GLFWwindow, DestroyWindow> window;
    std::optional<ImGuiLife> imgui;
    std::optional<WindowInput> input;
    bool may_close = false;
    double drawn_at = 0;
};

Window::Window(WindowKind kind, double panel_inches, InputQueue& queue)
    : inside_(std::make_unique<Inside>(kind)) {
    auto* window = inside_->window.get();
    glfwSwapInterval(1);
    inside_->imgui.emplace();
    inside_->may_close = kind == WindowKind::Windowed;
    if (kind == WindowKind::FullScreen) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    panel_.diagonal_inch = static_cast<float>(panel_inches);
    glfwGetFramebufferSize(window, &panel_.width_px, &panel_.height_px);
    inside_->input.emplace(window, queue, panel_.px_per_mm());
}

Window::~Window() {
    inside_->input.reset();
    inside_->imgui.reset();
}

void Window::wait(std::chrono::milliseconds at_most) {
    glfwWaitEventsTimeout(std::max(0.001, static_cast<double>(at_most.count()) / 1000.0));
}

void Window::poll() {
    glfwPollEvents();
}

void Window::wake() {
    glfwPostEmptyEvent();
}

void Window::frame(const std::function<bool()>& draw) {
    auto& io = ImGui::GetIO();
    const auto now = glfwGetTime();
    io.DisplaySize = {static_cast<float>(panel_.width_px), static_cast<float>(panel_.height_px)};
    io.DeltaTime = static_cast<float>(std::clamp(now - inside_->drawn_at, 0.001, 0.1));
    inside_->drawn_at = now;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    while (draw()) {
        ImGui::EndFrame();
        ImGui::NewFrame();
    }
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(inside_->window.get());
}

bool Window::closed() const {
    auto* window = inside_->window.get();
    if (glfwWindowShouldClose(window) == GLFW_FALSE) return false;
    // Alt-F4 and its kin: a resident must not fall out to the desktop.
    if (!inside_->may_close) glfwSetWindowShouldClose(window, GLFW_FALSE);
    return inside_->may_close;
}

}  // namespace kiosk
