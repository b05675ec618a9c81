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

// What stands in a fixed place keeps its size; everything else follows the visitor's choice.
float Ui::scale_for(const TextStyle& style) const {
    return style.fixed ? 1.0F : scale();
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
    Fitted fitted{setter_.set(words, style, width, look_, scale_for(style)), false};
    for (float smaller = scale_for(style) * kStep; !inside(fitted.block); smaller *= kStep) {
        if (style.mm * smaller < std::min(kFloor, style.mm)) {
            fitted.clipped = true;
            break;
        }
        fitted.block = setter_.set(words, style, width, look_, smaller);
    }
    return fitted;
}

void Ui::draw_words(const Fitted& fitted, const Rect& box, const TextStyle& style) {
    setter_.draw(*canvas_, fitted.block, {box.x, box.y + (box.h - mm(fitted.block.height)) / 2}, style);
}

Rect Ui::text(const std::string& id, const Rich& words, const Rect& box, const TextStyle& style, Role role) {
    if (words.empty()) return {box.x, box.y, 0, 0};
    const auto block = setter_.set(words, style, box.w, look_, scale_for(style));
    setter_.draw(*canvas_, block, {box.x, box.y}, style);
    const Rect taken{box.x, box.y, style.align == Align::Left ? mm(block.width) : box.w, mm(block.height)};
    NodeState state;
    state.clipped = block.overflow || (box.h > 0 && taken.h > box.h + 0.5F);
    state.undrawable = block.undrawable;
    record({id,
            role,
            plain(words),
            reading_of(words),
            state,
            taken,
            mm(static_cast<float>(block.ppem)),
            style.paint,
            style.ground,
            {}});
    return taken;
}

Rect Ui::text_in(const std::string& id, const Rich& words, const Rect& box, TextStyle style, Role role) {
    if (words.empty()) return {box.x, box.y, 0, 0};
    const auto fitted = fit(words, style, box.w, box.h);
    draw_words(fitted, box, style);
    const Rect taken{box.x, box.y + (box.h - mm(fitted.block.height)) / 2, mm(fitted.block.width),
                     mm(fitted.block.height)};
    NodeState state;
    state.clipped = fitted.clipped;
    state.undrawable = fitted.block.undrawable;
    record({id,
            role,
            plain(words),
            reading_of(words),
            state,
            taken,
            mm(static_cast<float>(fitted.block.ppem)),
            style.paint,
            style.ground,
            {}});
    return taken;
}

float Ui::head(const HeadLook& head) {
    const auto area = content();
    const bool ruby = look_.shows_ruby();
    float y = area.y + (ruby || scale() > 1.2F ? grid(2) : grid(14));
    if (!head.step.empty()) {
        Rich line = head.step;
        if (head.number > 0) {
            line.push_back({"　" + std::to_string(head.number) + " / " + std::to_string(head.of), {}, false});
            if (!head.unit.empty()) line.push_back({" ", {}, false});
            line.insert(line.end(), head.unit.begin(), head.unit.end());
        }
        TextStyle style{.paint = Paint::Second};
        const float h = std::max(grid(48), height_of(line, style, area.w));
        const auto taken = text_in("step", line, {area.x, y, area.w * 0.6F, h}, style, Role::Step);
        const float pitch = head.of > 8 ? grid(30) : grid(44);
        for (int i = 1; i <= head.of; ++i) {
            const auto paint = i == head.number  ? Paint::Key
                               : i < head.number ? Paint::StepDone
                                                 : Paint::StepToCome;
            const float x = taken.right() + grid(24) + static_cast<float>(i - 1) * pitch;
            if (x + pitch > area.right()) break;
            canvas_->fill(Rect{x, y + h / 2 - grid(4), pitch - grid(6), grid(8)}, paint, grid(4));
        }
        y += h + (ruby ? 0 : grid(6));
    } else {
        y = area.y + grid(26);
    }
    TextStyle title{.mm = type::kHeading, .bold = true, .line = 1.4F};
    TextStyle mark{.paint = Paint::Second};
    const float mark_room = head.mark.empty() ? 0 : width_of(head.mark, mark) + grid(24);
    // A heading longer than two lines is set smaller: the answers need the room.
    const float two_lines = mm(2.05F * type::kHeading * scale() * 1.4F * look_.panel.px_per_mm());
    auto block = fit(head.title, title, area.w - (mark_room < area.w / 4 ? mark_room : 0), two_lines);
    setter_.draw(*canvas_, block.block, {area.x, y}, title);
    const Rect taken{area.x, y, mm(block.block.width), mm(block.block.height)};
    NodeState state;
    state.clipped = block.block.overflow;
    record({"heading",
            Role::Heading,
            plain(head.title),
            reading_of(head.title),
            state,
            taken,
            mm(static_cast<float>(block.block.ppem)),
            title.paint,
            title.ground,
            {}});
    if (!head.mark.empty()) {
        const float last = mm(block.block.lines.back().baseline);
        const float h = height_of(head.mark, mark, 0);
        const float x = area.x + mm(block.block.lines.back().width) + grid(24);
        text("mark", head.mark, {x, y + last - h * 0.66F, area.right() - x, 0}, mark);
    }
    y = taken.bottom();
    if (!head.lead.empty())
        y = text("lead", head.lead, {area.x, y + grid(6), head.width > 0 ? head.width : area.w, 0},
                 {.line = 1.6F, .paint = Paint::Second})
                .bottom();
    return y;
}

}  // namespace kiosk
