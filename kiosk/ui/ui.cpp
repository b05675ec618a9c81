#include "kiosk/ui/ui.hpp"

#include <imgui/imgui.h>

namespace kiosk {
namespace {

constexpr float kSide = grid(66);
constexpr float kBar = grid(151);

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
    drawing_.clear();
    canvas_.emplace(*ImGui::GetBackgroundDrawList(), look_.panel.px_per_mm(),
                    parts_.themes.of(look_.contrast));
    canvas_->fill(Rect{0, 0, width(), height()}, Paint::Ground);
}

void Ui::end() {
    std::swap(tree_, drawing_);
    drawing_.clear();
    canvas_.reset();
    parts_.pages.upload();
}

void Ui::forget() {
    for (auto* tree : {&tree_, &drawing_})
        for (auto& node : *tree) {
            node.label.assign(node.label.size(), '\0');
            node.reading.assign(node.reading.size(), '\0');
        }
    tree_.clear();
    drawing_.clear();
    hands_.forget();
    act_ = {};
    parts_.pages.forget();
}

Rect Ui::content() const {
    return {kSide, kBar, width() - 2 * kSide, height() - 2 * kBar};
}
Rect Ui::top_bar() const {
    return {kSide, grid(20), width() - 2 * kSide, grid(111)};
}
Rect Ui::bottom_bar() const {
    return {kSide, height() - grid(131), width() - 2 * kSide, grid(111)};
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
    node.language = look_.language;
    drawing_.push_back(std::move(node));
}

}  // namespace kiosk
