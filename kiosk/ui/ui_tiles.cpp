#include <algorithm>

#include "kiosk/ui/ui.hpp"

namespace kiosk {
namespace {

constexpr float kRadius = grid(16);

TextStyle title_style(const TileLook& look) {
    const auto ground = look.selected ? Paint::Tint : Paint::Ground;
    return {.mm = type::kTile,
            .bold = true,
            .line = 1.35F,
            .paint = look.key_coloured ? Paint::Key : Paint::Text,
            .ground = ground};
}
TextStyle note_style(const TileLook& look) {
    return {.line = 1.4F, .paint = Paint::Second, .ground = look.selected ? Paint::Tint : Paint::Ground};
}

}  // namespace

void Ui::tile_box(const Rect& rect, const TileLook& look) {
    canvas_->fill(rect, look.selected ? Paint::Tint : Paint::Ground, kRadius);
    const auto paint = look.selected || look.key_coloured ? Paint::Key : Paint::Border;
    canvas_->border(rect, paint, grid(look.selected ? 7 : 3), kRadius);
}

// Radio, sign and arrow; returns the x at which the words may begin.
float Ui::tile_signs(const TileLook& look, const Rect& rect) {
    const float middle = rect.centre().y;
    float x = rect.x + grid(look.stacked ? 26 : 24);
    if (look.radio) {
        const float r = grid(24) * std::min(scale(), 1.34F);
        const Point centre{x + r, middle};
        canvas_->disc(centre, r, Paint::Ground);
        canvas_->ring(centre, r, grid(4), look.selected ? Paint::Key : Paint::Strong);
        if (look.selected)
            canvas_->disc(centre, r - grid(8) * std::min(scale(), 1.34F) - grid(3), Paint::Key);
        x += 2 * r + grid(20);
    }
    if (!look.icon.empty() && !look.stacked) {
        const float w = look.icon_width > 0 ? look.icon_width : grid(64);
        const float h = look.icon_height > 0 ? look.icon_height : grid(64);
        parts_.icons.draw(*canvas_, look.icon, {x, middle - h / 2, w, h}, Paint::Text);
        x += w + grid(20);
    }
    return x;
}

void Ui::tile_words(const TileLook& look, const Rect& room, NodeState& state) {
    const auto title = title_style(look);
    const auto note = note_style(look);
    if (look.note_beside && !look.note.empty()) {
        const float w = width_of(look.title, title);
        const float rest = room.w - w - grid(44);
        if (rest > width_of(look.note, note) || rest > room.w / 2) {
            const auto a = fit(look.title, title, w + 1, room.h);
            const auto b = fit(look.note, note, rest, room.h);
            draw_words(a, {room.x, room.y, w, room.h}, title);
            draw_words(b, {room.x + w + grid(44), room.y, rest, room.h}, note);
            state.clipped = a.clipped || b.clipped;
            return;
        }
    }
    const bool noted = !look.note.empty();
    const float note_height = noted ? height_of(look.note, note, room.w) : 0;
    auto top = fit(look.title, title, room.w, room.h - std::min(note_height, room.h * 0.6F));
    const float left = room.h - mm(top.block.height);
    auto below = fit(look.note, note, room.w, left);
    const float all = mm(top.block.height) + (noted ? mm(below.block.height) : 0);
    const float y = room.y + (room.h - all) / 2;
    setter_.draw(*canvas_, top.block, {room.x, y}, title);
    if (noted) setter_.draw(*canvas_, below.block, {room.x, y + mm(top.block.height)}, note);
    state.clipped = top.clipped || (noted && below.clipped);
    state.undrawable = top.block.undrawable;
}

bool Ui::tile(const std::string& id, const Rect& rect, const TileLook& look) {
    auto state = touch_state(id);
    state.selected = look.selected;
    tile_box(rect, look);
    if (state.pressed) canvas_->border(rect, Paint::Key, grid(8), kRadius);
    focus_ring(rect, state, kRadius);
    float x = tile_signs(look, rect);
    float right = rect.right() - grid(16);
    if (look.forward) {
        const float sign = grid(40);
        parts_.icons.draw(*canvas_, "forward", {right - sign, rect.centre().y - sign / 2, sign, sign},
                          look.key_coloured ? Paint::Key : Paint::Text);
        right -= sign + grid(12);
    }
    if (!look.end.empty()) {
        TextStyle style{.mm = type::kTile, .ground = look.selected ? Paint::Tint : Paint::Ground};
        const float w = width_of(look.end, style);
        draw_words(fit(look.end, style, w + 1, rect.h), {right - w, rect.y, w, rect.h}, style);
        right -= w + grid(20);
    }
    Rect room{x, rect.y + grid(10), right - x, rect.h - grid(20)};
    if (look.stacked) {
        const float sign = grid(64);
        const bool shown = rect.h > grid(190);
        if (shown)
            parts_.icons.draw(*canvas_, look.icon, {x - grid(7), rect.y + grid(16), sign, sign}, Paint::Text);
        const float top = shown ? grid(84) : grid(8);
        room = {x, rect.y + top, rect.right() - grid(20) - x, rect.h - top - grid(10)};
    }
    tile_words(look, room, state);
    auto label = plain(look.title);
    auto reading = reading_of(look.title);
    if (!look.note.empty()) {
        label += "。" + plain(look.note);
        reading += "。" + reading_of(look.note);
    }
    record({id,
            Role::Choice,
            label,
            reading,
            state,
            rect,
            type::kTile * scale(),
            title_style(look).paint,
            title_style(look).ground,
            {}});
    return activated(id);
}

bool Ui::size_tile(const std::string& id, const Rich& sample, const Rich& label, float size, const Rect& rect,
                   bool selected) {
    auto state = touch_state(id);
    state.selected = selected;
    canvas_->fill(rect, selected ? Paint::Tint : Paint::Ground, kRadius);
    canvas_->border(rect, selected || state.pressed ? Paint::Key : Paint::Border, grid(selected ? 7 : 3),
                    kRadius);
    focus_ring(rect, state, kRadius);
    const auto ground = selected ? Paint::Tint : Paint::Ground;
    const TextStyle letter{.mm = type::kTile * size,
                           .bold = true,
                           .line = 1.0F,
                           .ground = ground,
                           .align = Align::Centre,
                           .fixed = true};
    const TextStyle number{
        .line = 1.0F, .paint = Paint::Second, .ground = ground, .align = Align::Centre, .fixed = true};
    const float low = grid(56);
    draw_words(fit(sample, letter, rect.w - grid(8), rect.h - low),
               {rect.x + grid(4), rect.y, rect.w - grid(8), rect.h - low}, letter);
    draw_words(fit(label, number, rect.w - grid(8), low),
               {rect.x + grid(4), rect.bottom() - low - grid(8), rect.w - grid(8), low}, number);
    record({id,
            Role::Choice,
            plain(label),
            reading_of(label),
            state,
            rect,
            type::kBody,
            number.paint,
            ground,
            {}});
    return activated(id);
}

float Ui::language_width(const std::string& language) {
    const TextStyle style{.bold = true, .line = 1.2F, .fixed = true, .language = language};
    return width_of(parts_.words.get(language, "language.name"), style);
}

bool Ui::language_tile(const std::string& id, const std::string& language, const Rect& rect, bool selected) {
    auto state = touch_state(id);
    state.selected = selected;
    const float radius = grid(12);
    canvas_->fill(rect, selected ? Paint::Tint : Paint::Ground, radius);
    canvas_->border(rect, selected || state.pressed ? Paint::Key : Paint::Border, grid(selected ? 6 : 2),
                    radius);
    focus_ring(rect, state, radius);
    TextStyle style{.bold = selected,
                    .line = 1.2F,
                    .ground = selected ? Paint::Tint : Paint::Ground,
                    .align = Align::Centre,
                    .fixed = true,
                    .language = language};
    const auto name = parts_.words.get(language, "language.name");
    const auto fitted = fit(name, style, rect.w - grid(16), rect.h);
    draw_words(fitted, {rect.x + grid(8), rect.y, rect.w - grid(16), rect.h}, style);
    state.clipped = fitted.clipped;
    state.undrawable = fitted.block.undrawable;
    record({id,
            Role::Choice,
            plain(name),
            reading_of(name),
            state,
            rect,
            mm(static_cast<float>(fitted.block.ppem)),
            style.paint,
            style.ground,
            {}});
    return activated(id);
}

bool Ui::index_entry(const std::string& id, const Rect& rect, const IndexLook& look) {
    auto state = touch_state(id);
    state.selected = look.selected;
    const float radius = grid(12);
    const auto ground = look.selected ? Paint::Tint : Paint::Panel;
    canvas_->fill(rect, ground, radius);
    canvas_->border(rect,
                    look.selected || state.pressed     ? Paint::Key
                    : look_.contrast == Contrast::High ? Paint::Hairline
                                                       : Paint::Panel,
                    grid(3), radius);
    if (look.selected) canvas_->fill(Rect{rect.x, rect.y, grid(12), rect.h}, Paint::Key, grid(6));
    focus_ring(rect, state, radius);
    TextStyle count{.paint = look.selected ? Paint::Text : Paint::Second, .ground = ground};
    const float w = width_of(look.count, count);
    TextStyle label{.bold = look.selected, .line = 1.3F, .ground = ground};
    const float room = rect.w - grid(28 + 24 + 16) - w;
    const auto fitted = fit(look.label, label, room, rect.h - grid(6));
    draw_words(fitted, {rect.x + grid(30), rect.y, room, rect.h}, label);
    draw_words(fit(look.count, count, w + 1, rect.h), {rect.right() - grid(26) - w, rect.y, w, rect.h},
               count);
    state.clipped = fitted.clipped;
    record({id,
            Role::Index,
            plain(look.label) + " " + plain(look.count),
            reading_of(look.label) + " " + reading_of(look.count),
            state,
            rect,
            mm(static_cast<float>(fitted.block.ppem)),
            label.paint,
            ground,
            {}});
    return activated(id);
}

bool Ui::field(const std::string& id, const Rich& shown, const Rich& label, const Rect& rect,
               const TextStyle& style, bool focused_box) {
    auto state = touch_state(id);
    state.selected = focused_box;
    canvas_->fill(rect, focused_box ? Paint::Tint : Paint::Ground, kRadius);
    canvas_->border(rect, focused_box ? Paint::Key : Paint::Strong, grid(focused_box ? 7 : 3), kRadius);
    focus_ring(rect, state, kRadius);
    auto inside = style;
    inside.ground = focused_box ? Paint::Tint : Paint::Ground;
    const float pad = grid(24);
    const auto fitted = fit(shown, inside, rect.w - 2 * pad, rect.h - grid(8));
    draw_words(fitted, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, inside);
    state.clipped = !shown.empty() && fitted.clipped;
    state.undrawable = fitted.block.undrawable;
    record({id,
            Role::Field,
            plain(label) + " " + plain(shown),
            reading_of(label),
            state,
            rect,
            mm(static_cast<float>(fitted.block.ppem)),
            style.paint,
            inside.ground,
            {}});
    return activated(id);
}

}  // namespace kiosk
