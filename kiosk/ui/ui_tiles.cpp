#include <algorithm>

#include "kiosk/ui/ui.hpp"

namespace kiosk {
namespace {

constexpr float kRadius = grid(16);
constexpr float kLowTile = grid(100);  // mm: below it two lines stand closer

// Between a tile's edge and what stands in it; less where words had to become smaller than the design has
// them.
float tile_pad(bool stacked, float scale) {
    return grid(stacked ? 26 : 24) * std::clamp(scale, 0.5F, 1.0F);
}

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

// How far from its left edge a tile's words begin.
float Ui::words_at(const TileLook& look) const {
    float x = tile_pad(look.stacked, scale());
    if (look.radio) x += 2 * radio_radius() + grid(20);
    if (!look.icon.empty() && !look.stacked)
        x += (look.icon_width > 0 ? look.icon_width : grid(64)) + grid(20);
    return x;
}

float Ui::radio_radius() const {
    return grid(24) * std::clamp(scale(), 0.65F, 1.34F);
}

// Radio and sign; returns the x at which the words may begin.
float Ui::tile_signs(const TileLook& look, const Rect& rect) {
    const float middle = rect.centre().y;
    float x = rect.x + tile_pad(look.stacked, scale());
    if (look.radio) {
        const float r = radio_radius();
        const Point centre{x + r, middle};
        canvas_->disc(centre, r, Paint::Ground);
        canvas_->ring(centre, r, grid(4), look.selected ? Paint::Key : Paint::Strong);
        if (look.selected) canvas_->disc(centre, r * 2 / 3 - grid(3), Paint::Key);
        x += 2 * r + grid(20);
    }
    if (!look.icon.empty() && !look.stacked) {
        const float w = look.icon_width > 0 ? look.icon_width : grid(64);
        const float h = look.icon_height > 0 ? look.icon_height : grid(64);
        parts_.icons.draw(*canvas_, look.icon, {x, middle - h / 2, w, h}, Paint::Text);
    }
    return rect.x + words_at(look);
}

float Ui::tile_words(const TileLook& look, const Rect& room, NodeState& state) {
    auto title = title_style(look);
    const auto note = note_style(look);
    if (room.h < kLowTile) title.line = 1.1F;
    if (look.note_beside && !look.note.empty()) {
        const float w = width_of(look.title, title);
        const float rest = room.w - w - grid(44);
        if (rest > width_of(look.note, note) || rest > room.w / 2) {
            const auto a = fit(look.title, title, w + 1, room.h);
            const auto b = fit(look.note, note, rest, room.h);
            draw_words(a, {room.x, room.y, w, room.h}, title);
            draw_words(b, {room.x + w + grid(44), room.y, rest, room.h}, note);
            state.clipped = a.clipped || b.clipped;
            return mm(static_cast<float>(std::min(a.block.ppem, b.block.ppem)));
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
    state.undrawable = top.block.undrawable || below.block.undrawable;
    return mm(static_cast<float>(noted ? std::min(top.block.ppem, below.block.ppem) : top.block.ppem));
}

float Ui::tile_height(const TileLook& look, float width) {
    const float arrow = look.forward ? grid(68) : grid(16);
    const float end = look.end.empty() ? 0 : width_of(look.end, {.mm = type::kTile}) + grid(20);
    const float room = width - words_at(look) - arrow - end;
    const float note = look.note.empty() ? 0 : height_of(look.note, note_style(look), room);
    return height_of(look.title, title_style(look), room) + note + grid(20);
}

bool Ui::tile(const std::string& id, const Rect& rect, const TileLook& look) {
    auto state = touch_state(id);
    state.selected = look.selected;
    touch_box(rect, state,
              {.ground = look.selected ? Paint::Tint : Paint::Ground,
               .border = look.selected || look.key_coloured ? Paint::Key : Paint::Border,
               .width = grid(look.selected ? 7 : 3),
               .radius = kRadius});
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
    // Larger words take the air of the tile before they are made smaller.
    const float air = rect.h < grid(112) || scale() > 1.2F ? grid(2) : grid(10);
    Rect room{x, rect.y + air, right - x, rect.h - 2 * air};
    if (look.stacked) {
        const float sign = grid(64);
        const bool shown = rect.h > grid(190);
        if (shown)
            parts_.icons.draw(*canvas_, look.icon, {x - grid(7), rect.y + grid(16), sign, sign}, Paint::Text);
        const float top = shown ? grid(84) : air;
        room = {x, rect.y + top, rect.right() - grid(20) - x, rect.h - top - air};
    }
    const float least = tile_words(look, room, state);
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
            least,
            title_style(look).paint,
            title_style(look).ground,
            {}});
    return activated(id);
}

bool Ui::size_tile(const std::string& id, const Rich& sample, const Rich& label, float size, const Rect& rect,
                   bool selected) {
    auto state = touch_state(id);
    state.selected = selected;
    const auto ground = selected ? Paint::Tint : Paint::Ground;
    touch_box(rect, state,
              {.ground = ground,
               .border = selected ? Paint::Key : Paint::Border,
               .width = grid(selected ? 7 : 3),
               .radius = kRadius});
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
    const auto fitted = fit(label, number, rect.w - grid(8), low);
    draw_words(fitted, {rect.x + grid(4), rect.bottom() - low - grid(8), rect.w - grid(8), low}, number);
    return record_words(id, Role::Choice, label, state, rect, fitted, number);
}

bool Ui::can_draw_name(const std::string& name) {
    return !parts_.type.shape(name, TypeFace::Name, "ja", 32).undrawable;
}

bool Ui::name_tile(const std::string& id, const std::string& name, const Rich& note, float mm_size,
                   const Rect& rect) {
    const auto state = touch_state(id);
    touch_box(rect, state,
              {.ground = state.pressed ? Paint::Tint : Paint::Ground, .width = grid(3), .radius = kRadius});
    const float low = note.empty() ? 0 : grid(40);
    const TextStyle letters{.mm = note.empty() ? mm_size : std::min(mm_size, grid(50)),
                            .name = true,
                            .line = 1.05F,
                            .align = Align::Centre,
                            .fixed = true,
                            .whole = true};
    const TextStyle small{
        .line = 1.0F, .paint = Paint::Second, .align = Align::Centre, .fixed = true, .whole = true};
    const float w = rect.w - grid(12);
    const auto fitted = fit(as_is(name), letters, w, rect.h - low);
    draw_words(fitted, {rect.x + grid(6), rect.y, w, rect.h - low}, letters);
    if (low > 0)
        draw_words(fit(note, small, w, low), {rect.x + grid(6), rect.bottom() - low - grid(12), w, low},
                   small);
    return record_words(id, Role::Choice, as_is(name), state, rect, fitted, letters);
}

float Ui::language_width(const std::string& language) {
    const TextStyle style{.bold = true, .line = 1.2F, .fixed = true, .language = language};
    return width_of(parts_.words.get(language, "language.name"), style);
}

bool Ui::language_tile(const std::string& id, const std::string& language, const Rect& rect, bool selected) {
    auto state = touch_state(id);
    state.selected = selected;
    touch_box(rect, state,
              {.ground = selected ? Paint::Tint : Paint::Ground,
               .border = selected ? Paint::Key : Paint::Border,
               .width = grid(selected ? 6 : 2),
               .radius = grid(12)});
    TextStyle style{.bold = selected,
                    .line = 1.2F,
                    .ground = selected ? Paint::Tint : Paint::Ground,
                    .align = Align::Centre,
                    .fixed = true,
                    .language = language};
    const auto name = parts_.words.get(language, "language.name");
    const auto fitted = fit(name, style, rect.w - grid(16), rect.h);
    draw_words(fitted, {rect.x + grid(8), rect.y, rect.w - grid(16), rect.h}, style);
    return record_words(id, Role::Choice, name, state, rect, fitted, style);
}

bool Ui::index_entry(const std::string& id, const Rect& rect, const IndexLook& look) {
    auto state = touch_state(id);
    state.selected = look.selected;
    const float radius = grid(12);
    const auto ground = look.selected ? Paint::Tint : Paint::Panel;
    const auto border = look_.contrast == Contrast::High ? Paint::Hairline : Paint::Panel;
    touch_box(rect, state,
              {.ground = ground,
               .border = look.selected ? Paint::Key : border,
               .width = grid(3),
               .radius = radius});
    if (look.selected) canvas_->fill(Rect{rect.x, rect.y, grid(12), rect.h}, Paint::Key, grid(6));
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
    touch_box(rect, state,
              {.ground = focused_box ? Paint::Tint : Paint::Ground,
               .border = focused_box ? Paint::Key : Paint::Strong,
               .width = grid(focused_box ? 7 : 3),
               .radius = kRadius});
    auto inside = style;
    inside.ground = focused_box ? Paint::Tint : Paint::Ground;
    const float pad = grid(rect.w < 30 ? 10 : 24);
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
