#include <algorithm>

#include "kiosk/ui/ui.hpp"

namespace kiosk {
namespace {

constexpr float kRadius = grid(16);

struct Dress {
    Role role = Role::Secondary;
    TextStyle words;
    std::optional<Paint> fill;
    std::optional<Paint> border;
};

Dress dress(const ButtonLook& look, bool pressed) {
    const auto tint = pressed ? std::optional(Paint::Tint) : std::nullopt;
    Dress made;
    switch (look.kind) {
        case ButtonKind::Primary:
            made = {Role::Primary,
                    {.mm = type::kLead, .bold = true, .paint = Paint::OnKey, .ground = Paint::Key},
                    Paint::Key,
                    {}};
            break;
        case ButtonKind::Call:
            made = {
                Role::Secondary, {.mm = type::kTile, .bold = true, .paint = Paint::Key}, tint, Paint::Key};
            break;
        case ButtonKind::Quiet:
            made = {Role::Secondary, {.mm = type::kTile, .bold = true}, tint, Paint::Strong};
            break;
        case ButtonKind::Step:
            made = {Role::Choice, {}, tint, Paint::Strong};
            break;
        case ButtonKind::Link:
            made = {Role::Link, {.mm = type::kTile, .underline = true}, tint, {}};
            break;
        case ButtonKind::Utility:
            made = {Role::Utility, {}, tint, {}};
            break;
    }
    if (look.mm > 0) made.words.mm = look.mm;
    made.words.line = 1.25F;
    made.words.whole = true;
    made.words.in_bar = true;
    return made;
}

}  // namespace

bool Ui::button(const std::string& id, const Rich& label, const Rect& rect, const ButtonLook& look) {
    auto state = touch_state(id);
    auto look_now = dress(look, state.pressed);
    if (look_now.fill) canvas_->fill(rect, *look_now.fill, kRadius);
    if (look_now.border) canvas_->border(rect, *look_now.border, grid(3), kRadius);
    if (state.pressed)
        canvas_->border(rect, look.kind == ButtonKind::Primary ? Paint::Tint : Paint::Key, grid(8), kRadius);
    focus_ring(rect, state, kRadius);

    const float pad = look.kind == ButtonKind::Utility || look.kind == ButtonKind::Link ? grid(2) : grid(16);
    const float sign = grid(look.kind == ButtonKind::Call ? 44 : look.kind == ButtonKind::Utility ? 40 : 36);
    const float between = grid(14);
    const int signs = (look.icon.empty() ? 0 : 1) + (look.icon_after.empty() ? 0 : 1);
    float for_signs = static_cast<float>(signs) * (sign + between);
    auto fitted = fit(label, look_now.words, rect.w - 2 * pad - for_signs, rect.h - grid(6));
    // Larger words take the room of the sign before they are made smaller (mock-up 06).
    const float wanted = look_now.words.mm * look_.scale() * look_.panel.px_per_mm() - 1;
    const bool drop = signs > 0 && look.kind != ButtonKind::Primary &&
                      (fitted.clipped || static_cast<float>(fitted.block.ppem) < wanted);
    if (drop) {
        for_signs = 0;
        fitted = fit(label, look_now.words, rect.w - 2 * pad, rect.h - grid(6));
    }
    const float words = mm(fitted.block.width);
    const float all = words + for_signs;
    float x = look.align == Align::Centre  ? rect.x + (rect.w - all) / 2
              : look.align == Align::Right ? rect.right() - pad - all
                                           : rect.x + pad;
    const float middle = rect.centre().y;
    if (!drop && !look.icon.empty()) {
        parts_.icons.draw(*canvas_, look.icon, {x, middle - sign / 2, sign, sign}, look_now.words.paint);
        x += sign + between;
    }
    auto style = look_now.words;
    style.align = Align::Left;
    draw_words(fitted, {x, rect.y, words, rect.h}, style);
    if (!drop && !look.icon_after.empty())
        parts_.icons.draw(*canvas_, look.icon_after, {x + words + between, middle - sign / 2, sign, sign},
                          look_now.words.paint);

    return record_words(id, look_now.role, label, state, rect, fitted, look_now.words);
}

bool Ui::key(const std::string& id, const Rich& label, const Rect& rect, float mm_size, bool quiet,
             bool selected) {
    auto state = touch_state(id);
    state.selected = selected;
    const auto ground = state.pressed || selected ? Paint::Tint : quiet ? Paint::Panel : Paint::Ground;
    touch_box(rect, state,
              {.ground = ground,
               .border = selected ? Paint::Key : Paint::Border,
               .width = grid(selected ? 7 : 3),
               .radius = std::min(grid(16), rect.h / 7)});
    const TextStyle style{
        .mm = mm_size, .line = 1.1F, .ground = ground, .align = Align::Centre, .in_bar = true};
    const auto fitted = fit(label, style, rect.w - grid(8), rect.h - grid(8));
    draw_words(fitted, {rect.x + grid(4), rect.y, rect.w - grid(8), rect.h}, style);
    return record_words(id, Role::Key, label, state, rect, fitted, style);
}

bool Ui::fix_link(const std::string& id, const Rich& label, const Rect& rect) {
    auto state = touch_state(id);
    const float radius = grid(12);
    if (state.pressed) canvas_->fill(rect, Paint::Tint, radius);
    focus_ring(rect, state, radius);
    TextStyle style{.line = 1.2F, .paint = Paint::Key, .underline = true};
    const float sign = grid(36);
    const auto fitted = fit(label, style, rect.w - grid(6), rect.h);
    const float words = mm(fitted.block.width);
    const float x = rect.right() - words - grid(2);
    draw_words(fitted, {x, rect.y, words, rect.h}, style);
    if (x - sign - grid(12) >= rect.x)
        parts_.icons.draw(*canvas_, "fix", {x - sign - grid(12), rect.centre().y - sign / 2, sign, sign},
                          Paint::Key);
    return record_words(id, Role::Link, label, state, rect, fitted, style);
}

void Ui::touch_box(const Rect& rect, const NodeState& state, const BoxLook& look) {
    canvas_->fill(rect, look.ground, look.radius);
    canvas_->border(rect, state.pressed ? Paint::Key : look.border, state.pressed ? grid(8) : look.width,
                    look.radius);
    focus_ring(rect, state, look.radius);
}

// 4 and 2 css px of the design system's focus, at the reference panel's size: black outside, yellow within.
void Ui::focus_ring(const Rect& rect, const NodeState& state, float radius) {
    if (!state.focused) return;
    canvas_->border(rect.grown(grid(12)), Paint::Ring, grid(8), radius + grid(12));
    canvas_->border(rect.grown(grid(4)), Paint::RingInner, grid(4), radius + grid(4));
}

std::optional<char> Ui::digit_pad(const Rect& area) {
    const float gap = grid(17);
    const float w = std::min(grid(168), (area.w - 2 * gap) / 3);
    const float h = std::min(grid(122), (area.h - 3 * gap) / 4);
    const float left = area.right() - 3 * w - 2 * gap;
    std::optional<char> pressed;
    const auto put = [&](int column, int row, const std::string& id, const Rich& label, char meaning,
                         bool word) {
        const Rect rect{left + static_cast<float>(column) * (w + gap),
                        area.y + static_cast<float>(row) * (h + gap), w, h};
        if (key("pad." + id, label, rect, word ? type::kBody : type::kDigit, word)) pressed = meaning;
    };
    for (int i = 0; i < 9; ++i) {
        const auto digit = static_cast<char>('1' + i);
        put(i % 3, i / 3, std::string(1, digit), as_is(std::string(1, digit)), digit, false);
    }
    put(0, 3, "erase", words("pad.erase"), kErase, true);
    put(1, 3, "0", as_is("0"), '0', false);
    put(2, 3, "clear", words("pad.clear"), kClear, true);

    if (const auto c = typed()) {
        if (*c >= U'0' && *c <= U'9') pressed = static_cast<char>(*c);
        if (*c >= U'０' && *c <= U'９') pressed = static_cast<char>('0' + (*c - U'０'));
    }
    if (edited() == KeyName::Backspace) pressed = kErase;
    if (edited() == KeyName::Delete) pressed = kClear;
    return pressed;
}

}  // namespace kiosk
