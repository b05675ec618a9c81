// Draws every sample screen in a real window and writes a PNG of each, with the time a screen took:
//   gallery OUT [--language ID] [--size PERCENT] [--ruby] [--contrast] [--panel INCHES WIDTH HEIGHT] [--only
//   NAME]
#define GL_GLEXT_PROTOTYPES
#include <GLFW/glfw3.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <vector>

#include "kiosk/screens/draw.hpp"
#include "kiosk/ui/faces.hpp"
#include "kiosk/ui/names.hpp"
#include "kiosk/ui/window/gl_glyphs.hpp"
#include "tests/kiosk/gallery/png.hpp"
#include "tests/kiosk/screens/samples.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Wish {
    fs::path out;
    kiosk::Panel panel;
    kiosk::Preferences preferences;
    std::string only;
};

Wish read_wish(const std::vector<std::string>& args) {
    Wish wish{args.at(1), {}, {}, {}};
    for (std::size_t i = 2; i < args.size(); ++i) {
        if (args[i] == "--language") wish.preferences.language = args.at(++i);
        if (args[i] == "--size") wish.preferences.text_percent = std::stoi(args.at(++i));
        if (args[i] == "--ruby") wish.preferences.ruby = true;
        if (args[i] == "--contrast") wish.preferences.high_contrast = true;
        if (args[i] == "--only") wish.only = args.at(++i);
        if (args[i] == "--panel")
            wish.panel = {std::stof(args.at(i + 1)), std::stoi(args.at(i + 2)), std::stoi(args.at(i + 3))};
    }
    return wish;
}

void save(const fs::path& file, const kiosk::Panel& panel) {
    const auto w = static_cast<std::size_t>(panel.width_px);
    const auto h = static_cast<std::size_t>(panel.height_px);
    std::vector<std::uint8_t> pixels(w * h * 3);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, panel.width_px, panel.height_px, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    png::write_upside_down(file, panel.width_px, panel.height_px, pixels);
}

double frame(kiosk::Model& model, kiosk::Ui& ui, const kiosk::Panel& panel, GLFWwindow* window) {
    kiosk::InputQueue queue;
    const auto start = Clock::now();
    ImGui_ImplOpenGL3_NewFrame();
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(panel.width_px), static_cast<float>(panel.height_px)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ui.begin(kiosk::look_of(model, panel), queue, kiosk::screen_name(model));
    (void)kiosk::draw(model, kiosk::Moment{68'000}, ui);
    ui.end();
    ImGui::Render();
    glViewport(0, 0, panel.width_px, panel.height_px);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glFinish();
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    glfwSwapBuffers(window);
    return ms;
}

}  // namespace

int main(int argc, char** argv) {
    const auto wish = read_wish({argv, argv + argc});
    fs::create_directories(wish.out);
    glfwInit();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    auto* window = glfwCreateWindow(wish.panel.width_px, wish.panel.height_px, "gallery", nullptr, nullptr);
    if (window == nullptr) return 1;
    glfwMakeContextCurrent(window);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 330");
    {
        const fs::path assets = fs::path(KAKANAI_SOURCE_DIR) / "assets";
        const kiosk::Words words(assets);
        const kiosk::Themes themes(assets);
        const kiosk::Icons icons(assets);
        kiosk::Faces faces;
        const kiosk::NameDictionary names;
        kiosk::GlGlyphs textures;
        kiosk::GlyphPages pages(faces, textures);
        kiosk::Ui ui({words, themes, icons, faces, pages, &names});
        for (auto& sample : samples::all()) {
            if (!wish.only.empty() && sample.name != wish.only) continue;
            sample.model.preferences = wish.preferences;
            const double first = frame(sample.model, ui, wish.panel, window);
            const double again = frame(sample.model, ui, wish.panel, window);
            frame(sample.model, ui, wish.panel, window);
            save(wish.out / (sample.name + ".png"), wish.panel);
            std::cout << sample.name << ": " << first << " ms, again " << again << " ms\n";
            for (const auto& node : ui.tree())
                if (node.state.clipped || node.state.undrawable)
                    std::cout << "   " << (node.state.clipped ? "clipped " : "undrawable ") << node.id
                              << '\n';
        }
        std::cout << "glyph pages: " << pages.bytes() / 1024 / 1024 << " MB\n";
    }
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    glfwTerminate();
    return 0;
}
