#pragma once

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "kiosk/ui/faces.hpp"
#include "kiosk/ui/names.hpp"
#include "kiosk/ui/ui.hpp"

/// Glyph pages that go nowhere; counts what was sent, and knows which hold ink.
class NoTextures final : public kiosk::GlyphTextures {
public:
    std::uintptr_t create(int) override { return ++created; }
    void update(std::uintptr_t texture, const kiosk::PixelRect& rect,
                std::span<const std::uint8_t> pixels) override {
        ++updates;
        const bool ink = std::ranges::any_of(pixels, [](std::uint8_t each) { return each != 0; });
        if (ink)
            inked.insert(texture);
        else if (rect.w == kiosk::GlyphPages::kSide && rect.h == kiosk::GlyphPages::kSide)
            inked.erase(texture);
    }
    void destroy(std::uintptr_t) override { ++destroyed; }
    std::uintptr_t created = 0, destroyed = 0;
    int updates = 0;
    std::set<std::uintptr_t> inked;  // textures that were not wiped since a glyph was sent to them
};

/// The real Ui over the real ImGui and the real faces, without window or graphics card.
class HeadlessUi {
public:
    HeadlessUi();
    HeadlessUi(const HeadlessUi&) = delete;
    HeadlessUi& operator=(const HeadlessUi&) = delete;
    ~HeadlessUi();

    /// One frame of `draw`; what it drew is then in ui().tree().
    template <class Draw>
    auto frame(const kiosk::Look& look, const std::string& screen, Draw draw) {
        begin(look, screen);
        auto result = draw(ui_);
        end();
        return result;
    }

    kiosk::Ui& ui() { return ui_; }
    kiosk::InputQueue& queue() { return queue_; }
    kiosk::GlyphPages& pages() { return pages_; }
    /// Queues a touch in the middle of a node of the last frame; false when it is not there or takes no
    /// touch.
    bool touch(const std::string& id);
    void key(kiosk::KeyName key) { queue_.push(kiosk::input::KeyPressed{key, now_ += 1000}); }
    void type(char32_t character) { queue_.push(kiosk::input::CharTyped{character}); }

private:
    void begin(const kiosk::Look& look, const std::string& screen);
    void end();

    kiosk::Words words_;
    kiosk::Themes themes_;
    kiosk::Icons icons_;
    kiosk::Faces faces_;
    kiosk::NameDictionary names_;
    NoTextures textures_;
    kiosk::GlyphPages pages_;
    kiosk::Ui ui_;
    kiosk::InputQueue queue_;
    std::int64_t now_ = 0;
};
