#include "tests/kiosk/ui/headless.hpp"

#include <imgui/imgui.h>

namespace {
const std::filesystem::path kAssets = std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets";
}  // namespace

HeadlessUi::HeadlessUi()
    : words_(kAssets),
      themes_(kAssets),
      icons_(kAssets),
      pages_(faces_, textures_),
      ui_({words_, themes_, icons_, faces_, pages_, &names_}) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int w = 0;
    int h = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
}

HeadlessUi::~HeadlessUi() {
    ImGui::DestroyContext();
}

void HeadlessUi::begin(const kiosk::Look& look, const std::string& screen) {
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(look.panel.width_px), static_cast<float>(look.panel.height_px)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ui_.begin(look, queue_, screen);
}

void HeadlessUi::end() {
    ui_.end();
    ImGui::Render();
}

bool HeadlessUi::touch(const std::string& id) {
    const auto* node = kiosk::find(ui_.tree(), id);
    if (node == nullptr || !node->state.actionable) return false;
    queue_.push(kiosk::input::Pressed{node->rect.centre(), now_ += 1000});
    queue_.push(kiosk::input::Released{node->rect.centre(), now_ + 80});
    return true;
}
