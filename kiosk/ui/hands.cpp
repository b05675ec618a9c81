#include "kiosk/ui/hands.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk {
namespace {

bool is_submit(Role role) {
    return role == Role::Primary || role == Role::Secondary || role == Role::Link;
}

// A text is open and the keyboard has not been sent anywhere else: the arrows belong to its caret.
bool is_written_in(const Tree& tree) {
    return std::ranges::any_of(tree, [](const Node& node) {
        return node.role == Role::Field && node.state.selected && node.id.starts_with("field.");
    });
}

bool moves_focus(KeyName key) {
    return key == KeyName::Tab || key == KeyName::BackTab || key == KeyName::Left || key == KeyName::Right ||
           key == KeyName::Up || key == KeyName::Down;
}

}  // namespace

Act Hands::next(InputQueue& queue, const Tree& tree, const std::string& screen) {
    if (screen != screen_) {
        // What was pressed belongs to the screen that is gone.
        pressed_.clear();
        if (find(tree, focused_) == nullptr) focused_.clear();
        screen_ = screen;
    }
    while (const auto happened = queue.pop()) {
        auto understood = std::visit([&](const auto& input) { return on(input, tree); }, *happened);
        if (!std::holds_alternative<std::monostate>(understood)) return understood;
    }
    return {};
}

void Hands::forget() {
    *this = Hands{};
}

Act Hands::on(const input::Pressed& press, const Tree& tree) {
    const auto* node = hit(tree, press.at, kReachMm);
    pressed_ = node == nullptr ? std::string() : node->id;
    pressed_at_ = press.at;
    focused_.clear();
    return {};
}

Act Hands::on(const input::Released& release, const Tree& tree) {
    const auto id = std::exchange(pressed_, {});
    const auto* node = id.empty() ? nullptr : find(tree, id);
    if (node == nullptr || !node->state.actionable) return {};
    const bool wobbled = std::hypot(release.at.x - pressed_at_.x, release.at.y - pressed_at_.y) <= kSlopMm;
    if (!wobbled && !node->rect.contains(release.at)) return {};
    return activate(*node, release.at_ms);
}

Act Hands::on(const input::KeyPressed& key, const Tree& tree) {
    if (moves_focus(key.key)) {
        const auto* now = find(tree, focused_);
        const bool in_field = now != nullptr ? now->role == Role::Field : is_written_in(tree);
        if (in_field && (key.key == KeyName::Left || key.key == KeyName::Right)) return act::Edited{key.key};
        focused_ = focus_after(tree, focused_, key.key);
        return {};
    }
    if (key.key == KeyName::Enter) {
        const auto* node = find(tree, focused_);
        if (node == nullptr)
            for (const auto& candidate : tree)
                if (candidate.role == Role::Primary && candidate.state.actionable) node = &candidate;
        if (node == nullptr || !node->state.actionable) return {};
        return activate(*node, key.at_ms);
    }
    if (key.key == KeyName::Escape) {
        const auto* back = find(tree, "back");
        if (back == nullptr) return {};
        return activate(*back, key.at_ms);
    }
    return act::Edited{key.key};
}

Act Hands::on(const input::CharTyped& typed, const Tree& tree) {
    const auto* node = find(tree, focused_);
    const bool presses =
        typed.character == U' ' && node != nullptr && node->role != Role::Field && node->role != Role::Key;
    if (presses && node->state.actionable) return act::Activated{node->id};
    return act::Typed{typed.character};
}

Act Hands::activate(const Node& node, std::int64_t at_ms) {
    if (is_submit(node.role)) {
        const bool again = node.id == last_submit_ && at_ms - last_submit_ms_ < kSubmitGuardMs;
        if (again) return {};
        last_submit_ = node.id;
        last_submit_ms_ = at_ms;
    } else {
        // A tremor does not find another key in between: the next submit is meant.
        last_submit_.clear();
    }
    return act::Activated{node.id};
}

}  // namespace kiosk
