#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.hpp"

namespace kiosk {
namespace {

constexpr float kStep = 0.96F;  // how fast words are made smaller until they fit
constexpr float kFloor = 0.995F * type::kBody;

}  // namespace

Rich Ui::words(std::string_view id, const Words::Fills& fills) const {
    return parts_.words.get(look_.language, id, fills);
}

// What stands in a fixed place keeps its size; everything else follows the visitor's choice, the bars also
// where the page between them had to be set smaller.
float Ui::scale_for(const TextStyle& style) const {
    if (style.fixed) return 1.0F;
    if (style.in_bar) return look_.scale();
    return std::max(scale(), std::min(1.0F, type::kBody / style.mm));
}

float Ui::height_of(const Rich& words, const TextStyle& style, float width) {
    return mm(setter_.set(words, style, width, look_, scale_for(style)).height);
}

float Ui::width_of(const Rich& words, const TextStyle& style) {
    return mm(setter_.set(words, style, 0, look_, scale_for(style)).width);
}

bool Ui::fits(const Rich& words, const TextStyle& style, float width) {
    return !setter_.set(words, style, width, look_, scale_for(style)).overflow;
}

Ui::Fitted Ui::fit(const Rich& words, const TextStyle& style, float width, float height) {
    const float px = look_.panel.px_per_mm();
    const auto inside = [&](const TextBlock& block) {
        // The air above the first and below the last line may leave the box; the letters may not.
        const float air = static_cast<float>(block.ppem) * std::max(0.0F, style.line - 1.05F);
        return !block.overflow && block.height - air <= height * px + 1;
    };
    const float start = scale_for(style);
    const float floor = std::min(kFloor, style.mm) / style.mm;
    Fitted fitted{setter_.set(words, style, width, look_, start), false};
    const auto lines = [](const Rich& rich) { return 1 + std::ranges::count(plain(rich), '\n'); };
    if (style.whole && static_cast<std::ptrdiff_t>(fitted.block.lines.size()) > lines(words)) {
        // One line, made smaller at once by what is too much.
        const auto one = setter_.set(words, style, 0, look_, start);
        const float smaller = start * std::min(1.0F, width * px / std::max(1.0F, one.width)) * 0.985F;
        if (smaller >= std::max(floor, start * 0.66F))
            fitted.block = setter_.set(words, style, width, look_, smaller);
    }
    if (inside(fitted.block)) return fitted;
    float smaller = static_cast<float>(fitted.block.ppem) / px / style.mm;
    do {
        smaller *= kStep;
        if (smaller < floor) {
            fitted.block = setter_.set(words, style, width, look_, floor);
            fitted.clipped = !inside(fitted.block);
            return fitted;
        }
        fitted.block = setter_.set(words, style, width, look_, smaller);
    } while (!inside(fitted.block));
    return fitted;
}

void Ui::draw_words(const Fitted& fitted, const Rect& box, const TextStyle& style) {
    setter_.draw(*canvas_, fitted.block, {box.x, box.y + (box.h - mm(fitted.block.height)) / 2}, style);
}

bool Ui::record_words(const std::string& id, Role role, const Rich& label, NodeState state, const Rect& rect,
                      const Fitted& fitted, const TextStyle& style) {
    state.clipped = state.clipped || fitted.clipped;
    state.undrawable = state.undrawable || fitted.block.undrawable;
    record({id, role, plain(label), reading_of(label), state, rect, mm(static_cast<float>(fitted.block.ppem)),
            style.paint, style.ground, label.empty() ? std::string() : label.front().language});
    return activated(id);
}

Rect Ui::text(const std::string& id, const Rich& words, const Rect& box, const TextStyle& style, Role role) {
    if (words.empty()) return {box.x, box.y, 0, 0};
    const auto block = setter_.set(words, style, box.w, look_, scale_for(style));
    setter_.draw(*canvas_, block, {box.x, box.y}, style);
    const Rect taken{box.x, box.y, style.align == Align::Left ? mm(block.width) : box.w, mm(block.height)};
    NodeState state;
    state.clipped = block.overflow || (box.h > 0 && taken.h > box.h + 0.5F);
    state.undrawable = block.undrawable;
    record({id, role, plain(words), reading_of(words), state, taken, mm(static_cast<float>(block.ppem)),
            style.paint, style.ground, words.front().language});
    return taken;
}

Rect Ui::text_in(const std::string& id, const Rich& words, const Rect& box, TextStyle style, Role role) {
    if (words.empty()) return {box.x, box.y, 0, 0};
    const auto fitted = fit(words, style, box.w, box.h);
    draw_words(fitted, box, style);
    const Rect taken{box.x, box.y + (box.h - mm(fitted.block.height)) / 2, mm(fitted.block.width),
                     mm(fitted.block.height)};
    NodeState state;
    record_words(id, role, words, state, taken, fitted, style);
    return taken;
}

}  // namespace kiosk
