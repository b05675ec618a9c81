#include <algorithm>

#include "kiosk/ui/ui.hpp"

namespace kiosk {
namespace {

const TextStyle kTitle{.mm = type::kHeading, .bold = true, .line = 1.4F, .whole = true};
const TextStyle kQuiet{.line = 1.5F, .paint = Paint::Second};
const TextStyle kLeadStyle{.line = 1.6F, .paint = Paint::Second};

std::string number_of(const HeadLook& head) {
    return std::to_string(head.number) + " / " + std::to_string(head.of);
}

Rich step_line(const HeadLook& head) {
    Rich line = head.step;
    if (head.number == 0) return line;
    line.push_back({"　" + number_of(head), {}, false});
    if (!head.unit.empty()) line.push_back({" ", {}, false});
    line.insert(line.end(), head.unit.begin(), head.unit.end());
    return line;
}

}  // namespace

float Ui::head(const HeadLook& look) {
    return lay_head(look, true);
}
float Ui::head_bottom(const HeadLook& look) {
    return lay_head(look, false);
}

// Step, bars, and the mark at the end of the row when the heading leaves no room beside it.
float Ui::lay_step(const HeadLook& head, float y, bool mark_here, bool draw) {
    const auto area = head_area(head);
    auto line = step_line(head);
    // A small panel has no row for readings here: the number says which step it is.
    const bool read = std::ranges::any_of(line, [](const Span& span) { return !span.ruby.empty(); });
    if (height() < 150 && read && head.number > 0) line = as_is(number_of(head));
    auto quiet = kQuiet;
    if (height() < 150) quiet.line = 1.2F;
    const float h =
        height() < 150 ? height_of(line, quiet, area.w) : std::max(grid(48), height_of(line, quiet, area.w));
    if (!draw) return h;
    const auto taken =
        text_in("step", line, {area.x, y, head.number > 0 ? area.w * 0.6F : area.w, h}, quiet, Role::Step);
    float right = area.right();
    if (mark_here) {
        const float w = width_of(head.mark, kQuiet);
        right -= w + grid(24);
        if (right > taken.right()) text_in("mark", head.mark, {area.right() - w, y, w + 1, h}, kQuiet);
    }
    const float pitch = head.of > 8 ? grid(30) : grid(44);
    const float middle = y + h / 2 + (look_.shows_ruby() ? type::kBody * scale() * 0.2F : 0);
    for (int i = 1; i <= head.of; ++i) {
        const auto paint = i == head.number  ? Paint::Key
                           : i < head.number ? Paint::StepDone
                                             : Paint::StepToCome;
        const float x = taken.right() + grid(24) + static_cast<float>(i - 1) * pitch;
        if (x + pitch > right) break;
        canvas_->fill(Rect{x, middle - grid(4), pitch - grid(6), grid(8)}, paint, grid(4));
    }
    return h;
}

void Ui::draw_mark(const Rich& mark, const TextBlock& heading, Point at) {
    const auto block = setter_.set(mark, kQuiet, 0, look_, scale_for(kQuiet));
    const float x = at.x + mm(heading.lines.back().width) + grid(24);
    const float y = at.y + mm(heading.lines.back().baseline - block.lines.back().baseline);
    text("mark", mark, {x, y, mm(block.width) + 1, 0}, kQuiet);
}

Rect Ui::head_area(const HeadLook& head) const {
    auto area = content();
    if (head.title_width > 0) area.w = head.title_width;
    return area;
}

float Ui::lay_head(const HeadLook& head, bool draw) {
    const auto area = head_area(head);
    const bool tight = look_.shows_ruby() || scale() > 1.2F || head.title_width > 0;
    const float mark_room = head.mark.empty() ? 0 : width_of(head.mark, kQuiet) + grid(24);
    // A heading longer than two lines (three, where it is narrow) is set smaller: the answers need the room.
    const float lines = head.title_width > 0 && height() > 150 ? 3.05F : 2.05F;
    const float most = lines * type::kHeading * scale() * 1.4F;
    auto title = kTitle;
    if (height() < 150) title.line = 1.2F;
    auto heading = fit(head.title, title, area.w - mark_room, most);
    const bool beside = heading.block.lines.size() == 1;
    if (!beside) heading = fit(head.title, title, area.w, most);

    float y = area.y + grid(height() < 150 ? 6 : 26);
    if (!head.step.empty()) {
        y = area.y + grid(tight || height() < 150 ? 2 : 14);
        y += lay_step(head, y, !beside && mark_room > 0, draw) + (look_.shows_ruby() ? 0 : grid(6));
    }
    const Rect taken{area.x, y, mm(heading.block.width), mm(heading.block.height)};
    if (draw) {
        setter_.draw(*canvas_, heading.block, {area.x, y}, title);
        NodeState state;
        state.clipped = heading.clipped;
        state.undrawable = heading.block.undrawable;
        record({"heading",
                Role::Heading,
                plain(head.title),
                reading_of(head.title),
                state,
                taken,
                mm(static_cast<float>(heading.block.ppem)),
                kTitle.paint,
                kTitle.ground,
                {}});
        if (beside && mark_room > 0) draw_mark(head.mark, heading.block, {area.x, y});
    }
    if (head.lead.empty()) return taken.bottom();
    const float width = head.width > 0 ? std::min(head.width, area.w) : area.w;
    const float top = taken.bottom() + grid(6);
    auto style = kLeadStyle;
    if (height() < 150) style.line = 1.2F;
    if (!draw) return top + height_of(head.lead, style, width);
    return text("lead", head.lead, {area.x, top, width, 0}, style).bottom();
}

}  // namespace kiosk
