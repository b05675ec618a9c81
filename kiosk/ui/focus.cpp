#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "kiosk/ui/hands.hpp"

namespace kiosk {
namespace {

// The buttons that are the same on every screen; all but the way on.
bool always_there(const Node& node) {
    constexpr std::array kBars{"back", "language", "text_size", "ruby", "voice", "staff", "rest", "stop"};
    return std::ranges::find(kBars, node.id) != kBars.end();
}

// What Tab comes to, in this order: what this screen asks, the way on, then the bars that every screen has.
// Nobody who answers with keys has to pass eight buttons on each screen.
std::vector<const Node*> stops(const Tree& tree) {
    std::vector<const Node*> found;
    for (const auto& node : tree)
        if (node.state.actionable) found.push_back(&node);
    const auto rank = [](const Node* node) { return always_there(*node) ? 2 : node->role == Role::Primary; };
    std::ranges::stable_sort(found, {}, rank);
    return found;
}

std::string round(const std::vector<const Node*>& stops, const std::string& from, bool forward) {
    const auto count = stops.size();
    for (std::size_t i = 0; i < count; ++i)
        if (stops[i]->id == from) return stops[(i + (forward ? 1 : count - 1)) % count]->id;
    return forward ? stops.front()->id : stops.back()->id;
}

// How far `to` is in the direction of the key; sideways distance counts three times so that rows stay rows.
float cost(const Rect& from, const Rect& to, KeyName key) {
    const auto a = from.centre();
    const auto b = to.centre();
    const bool sideways = key == KeyName::Left || key == KeyName::Right;
    const float ahead = sideways ? (key == KeyName::Right ? b.x - a.x : a.x - b.x)
                                 : (key == KeyName::Down ? b.y - a.y : a.y - b.y);
    const float aside = std::abs(sideways ? b.y - a.y : b.x - a.x);
    if (ahead <= 0.5F || (sideways && aside > 2 * ahead)) return std::numeric_limits<float>::infinity();
    return ahead + 3 * aside;
}

}  // namespace

std::string focus_after(const Tree& tree, const std::string& from, KeyName key) {
    const auto all = stops(tree);
    if (all.empty()) return {};
    const auto* here = find(tree, from);
    if (here == nullptr || !here->state.actionable) return round(all, {}, key != KeyName::BackTab);
    if (key == KeyName::Tab || key == KeyName::BackTab) return round(all, from, key == KeyName::Tab);

    const Node* best = here;
    float least = std::numeric_limits<float>::infinity();
    for (const auto* node : all) {
        const float away = cost(here->rect, node->rect, key);
        if (away >= least) continue;
        least = away;
        best = node;
    }
    return best->id;
}

}  // namespace kiosk
