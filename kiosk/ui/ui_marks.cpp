#include <algorithm>

#include "kiosk/ui/ui.hpp"

namespace kiosk {

void Ui::chip(const std::string& id, const Rich& label, const Rect& rect, bool ask) {
    TextStyle style{
        .bold = true, .line = 1.1F, .paint = ask ? Paint::Ask : Paint::Key, .align = Align::Centre};
    const float radius = grid(8);
    if (ask)
        canvas_->dashed_border(rect, Paint::Ask, grid(3), radius);
    else
        canvas_->border(rect, Paint::Key, grid(3), radius);
    const auto fitted = fit(label, style, rect.w - grid(6), rect.h);
    draw_words(fitted, {rect.x + grid(3), rect.y, rect.w - grid(6), rect.h}, style);
    NodeState state;
    record_words(id, Role::Text, label, state, rect, fitted, style);
}

void Ui::note(const std::string& id, const Rich& words, const Rect& box) {
    TextStyle style{.line = 1.55F};
    const auto taken = text(id, words, {box.x + grid(32), box.y + grid(6), box.w - grid(32), 0}, style);
    canvas_->fill(Rect{box.x, box.y, grid(8), taken.h + grid(12)}, Paint::Strong);
}

void Ui::number_badge(int number, Point centre, float diameter) {
    canvas_->disc(centre, diameter / 2, Paint::Badge);
    TextStyle style{.mm = diameter * 0.52F,
                    .bold = true,
                    .line = 1,
                    .paint = Paint::OnBadge,
                    .ground = Paint::Badge,
                    .align = Align::Centre,
                    .fixed = true};
    const Rect box{centre.x - diameter / 2, centre.y - diameter / 2, diameter, diameter};
    draw_words({setter_.set(as_is(std::to_string(number)), style, diameter, look_, 1), false}, box, style);
}

void Ui::picture(const std::string& id, const std::string& drawing, const Rich& label, const Rect& rect) {
    parts_.icons.draw(*canvas_, drawing, rect, Paint::Text);
    record({id, Role::Image, plain(label), reading_of(label), {}, rect, 0, Paint::Text, Paint::Ground, {}});
}

void Ui::rule(float x, float y, float width, Paint paint) {
    canvas_->fill(Rect{x, y, width, grid(2)}, paint);
}

}  // namespace kiosk
