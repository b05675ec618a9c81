#include "kiosk/ui/node.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

float distance(const Rect& rect, Point p) {
    const float dx = std::max({rect.x - p.x, p.x - rect.right(), 0.0F});
    const float dy = std::max({rect.y - p.y, p.y - rect.bottom(), 0.0F});
    return std::hypot(dx, dy);
}

}  // namespace

const Node* find(const Tree& tree, const std::string& id) {
    const auto found = std::ranges::find(tree, id, &Node::id);
    return found == tree.end() ? nullptr : &*found;
}

// The nearest rectangle wins, so the border between two neighbours is their midline without computing it.
const Node* hit(const Tree& tree, Point finger, float reach) {
    const Node* nearest = nullptr;
    float best = reach;
    for (const auto& node : tree) {
        if (!node.state.actionable) continue;
        const float away = distance(node.rect, finger);
        if (away > best || (nearest != nullptr && away >= best)) continue;
        nearest = &node;
        best = away;
    }
    return nearest;
}

}  // namespace kiosk
