#include <fmt/core.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "kiosk/ui/faces.hpp"
#include "kiosk/ui/palette.hpp"
#include "kiosk/ui/text.hpp"

// What a screen full of words costs when its glyphs are on their pages: broken into lines, shaped, and put
// on the draw list.

namespace {

using namespace kiosk;

class NoTextures final : public GlyphTextures {
public:
    std::uintptr_t create(int) override { return ++created_; }
    void update(std::uintptr_t, int, const PixelRect&, std::span<const std::uint8_t>) override {}
    void destroy(std::uintptr_t) override {}

private:
    std::uintptr_t created_ = 0;
};

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
    const Rich words{
        {"亡くなられた方が国民健康保険または後期高齢者医療に入っていたときは、お葬式を行った方に葬祭費が支給"
         "されま"
         "す。お葬式の日の翌日から２年以内に、保険年金課（５番窓口）へお申し出ください。会葬礼状または葬儀の"
         "領収書、"
         "振込先の口座がわかるものをお持ちください。世帯主が亡くなられたときは、１４日以内に世帯主変更届が要"
         "ります"
         "。",
         {}}};
    const Look look{.panel = {}};
    const TextStyle style;
    Faces faces;
    NoTextures textures;
    GlyphPages pages(faces, textures);
    TextSetter setter(faces, pages);
    const Themes themes(std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets");
    ImGui::CreateContext();
    {
        ImDrawList list(ImGui::GetDrawListSharedData());
        Canvas canvas(list, look.panel.px_per_mm(), themes.of(Contrast::Standard));
        std::size_t letters = 0;
        const auto screen = [&] {
            list._ResetForNewFrame();
            letters = 0;
            for (int paragraph = 0; paragraph < 5; ++paragraph) {
                const auto block = setter.set(words, style, 230, look, 1);
                setter.draw(canvas, block, {10, 40.0F * static_cast<float>(paragraph)}, style);
                letters += block.glyphs.size();
            }
        };
        screen();
        constexpr int kScreens = 10;
        double best = 1e9;
        for (int batch = 0; batch < 30; ++batch) {
            const auto begun = cpu_ms();
            for (int i = 0; i < kScreens; ++i) screen();
            best = std::min(best, (cpu_ms() - begun) / kScreens);
        }
        fmt::print("{:<42} {:>8.3f} ms CPU  {} letters\n", "set and draw a screen of words, warm", best,
                   letters);
    }
    ImGui::DestroyContext();
    return 0;
}
