#include "kiosk/ui/ui.hpp"

#include <imgui/imgui.h>

#include "kiosk/ui/crowding.hpp"

namespace kiosk {
namespace {

constexpr float kControl = grid(111);  // height of what stands in the bars: 20 mm
constexpr float kSmaller = 0.94F;      // from one try to the next
constexpr float kSmallest = 0.6F;      // of the design: headings of 6 mm, the body at its floor

// A small panel gives its margins to the page; what stands in the bars keeps its size.
bool is_small(const Panel& panel) {
    return panel.height_mm() < 150;
}
float side_of(const Panel& panel) {
    return is_small(panel) ? grid(34) : grid(66);
}
float bar_of(const Panel& panel) {
    return is_small(panel) ? kControl + grid(8) : grid(151);
}

}  // namespace

void Ui::begin(const Look& look, InputQueue& queue, std::string screen) {
    look_ = look;
    screen_ = std::move(screen);
    parts_.pages.next_frame();
    const auto focused = hands_.focused();
    const auto pressed = hands_.pressed();
    act_ = hands_.next(queue, tree_, screen_);
    needs_redraw_ = !queue.empty() || !std::holds_alternative<std::monostate>(act_) ||
                    focused != hands_.focused() || pressed != hands_.pressed();
    if (Page page{look_, screen_}; !(page == page_)) {
        page_ = std::move(page);
        fit_ = 1;
    }
    open_canvas();
}

void Ui::open_canvas() {
    drawing_.clear();
    canvas_.emplace(*ImGui::GetBackgroundDrawList(), look_.panel.px_per_mm(),
                    parts_.themes.of(look_.contrast));
    canvas_->fill(Rect{0, 0, width(), height()}, Paint::Ground);
}

bool Ui::try_smaller() {
    if (scale() * kSmaller < kSmallest || !crowded(drawing_, content(), {0, 0, width(), height()}))
        return false;
    fit_ *= kSmaller;
    auto& list = *ImGui::GetBackgroundDrawList();
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRectFullScreen();
    open_canvas();
    return true;
}

void Ui::end() {
    std::swap(tree_, drawing_);
    drawing_.clear();
    canvas_.reset();
    parts_.pages.upload();
}

// A short name lies inside its std::string, on the stack of the frame that drew it; freed memory is wiped by
// the allocator, the stack by nobody.
[[gnu::noinline]] static void wipe_stack_below() {
    volatile char below[256 * 1024];
    for (auto& byte : below) byte = 0;
}

void Ui::forget() {
    wipe_stack_below();
    for (auto* tree : {&tree_, &drawing_})
        for (auto& node : *tree) {
            node.label.assign(node.label.size(), '\0');
            node.reading.assign(node.reading.size(), '\0');
        }
    // Freed, not cleared: short words lie inside the nodes themselves, and the allocator wipes what is freed.
    Tree().swap(tree_);
    Tree().swap(drawing_);
    hands_.forget();
    board_ = 0;
    board_column_ = 0;
    page_ = {};
    act_ = {};
    parts_.pages.forget();
}

Rect Ui::content() const {
    const float side = side_of(look_.panel);
    const float bar = bar_of(look_.panel);
    return {side, bar, width() - 2 * side, height() - 2 * bar};
}
Rect Ui::top_bar() const {
    const float side = side_of(look_.panel);
    return {side, (bar_of(look_.panel) - kControl) / 2, width() - 2 * side, kControl};
}
Rect Ui::bottom_bar() const {
    auto bar = top_bar();
    bar.y = height() - bar.y - bar.h;
    return bar;
}

bool Ui::activated(std::string_view id) const {
    const auto* done = std::get_if<act::Activated>(&act_);
    return done != nullptr && done->id == id;
}

std::optional<char32_t> Ui::typed() const {
    const auto* done = std::get_if<act::Typed>(&act_);
    return done == nullptr ? std::nullopt : std::optional(done->character);
}

std::optional<KeyName> Ui::edited() const {
    const auto* done = std::get_if<act::Edited>(&act_);
    return done == nullptr ? std::nullopt : std::optional(done->key);
}

void Ui::cover() {
    canvas_->veil({0, 0, width(), height()});
    drawing_.clear();
}

void Ui::hide() {
    drawing_.clear();
    canvas_->fill(Rect{0, 0, width(), height()}, Paint::Ground);
}

NodeState Ui::touch_state(const std::string& id) const {
    NodeState state;
    state.actionable = true;
    state.pressed = hands_.pressed() == id;
    state.focused = hands_.focused() == id;
    return state;
}

void Ui::record(Node node) {
    if (node.language.empty()) node.language = look_.language;
    drawing_.push_back(std::move(node));
}

}  // namespace kiosk
