#include "kiosk/ui/crowding.hpp"

#include <algorithm>

namespace kiosk {
namespace {

constexpr float kFinger = 15.0F;
constexpr float kHair = 0.1F;  // mm: what rounding to whole pixels may take

bool is_words(const Node& node) {
    return node.role == Role::Text || node.role == Role::Heading || node.role == Role::Step;
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - kHair && inner.y >= outer.y - kHair &&
           inner.right() <= outer.right() + kHair && inner.bottom() <= outer.bottom() + kHair;
}

bool lie_over(const Node& a, const Node& b) {
    if (is_words(a) && is_words(b)) return letters_of(a).overlaps(letters_of(b));
    if (is_words(a) && b.state.actionable) return letters_of(a).overlaps(b.rect);
    if (is_words(b) && a.state.actionable) return letters_of(b).overlaps(a.rect);
    return false;
}

// Keys of a board may lie closer than other targets, as on the mock-ups.
bool too_close(const Node& a, const Node& b) {
    if (!a.state.actionable || !b.state.actionable) return false;
    const bool keys = a.role == Role::Key && b.role == Role::Key;
    return gap_between(a.rect, b.rect) < (keys ? 2.0F : 3.0F) - kHair;
}

bool starts_on(const Rect& page, const Node& node) {
    return node.rect.y >= page.y && node.rect.y < page.bottom();
}

}  // namespace

Rect letters_of(const Node& node) {
    const float air = std::min(node.rect.h * 0.3F, node.text_mm * 0.3F);
    return {node.rect.x + 0.3F, node.rect.y + air, node.rect.w - 0.6F, node.rect.h - 2 * air};
}

bool crowded(const Tree& tree, const Rect& page, const Rect& glass) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const auto& node = tree[i];
        const bool starts_here = starts_on(page, node);
        const auto letters = is_words(node) ? letters_of(node) : node.rect;
        if (node.state.clipped || !within(node.rect, glass)) return true;
        if (starts_here && letters.bottom() > page.bottom() + kHair) return true;
        if (node.state.actionable && std::min(node.rect.w, node.rect.h) < kFinger - kHair) return true;
        for (std::size_t j = i + 1; j < tree.size(); ++j)
            if (lie_over(node, tree[j]) ||
                ((starts_here || starts_on(page, tree[j])) && too_close(node, tree[j])))
                return true;
    }
    return false;
}

}  // namespace kiosk
