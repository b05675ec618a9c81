#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/model/event.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// The skeleton that results and review share: an index of groups on the left, rows of one group on the right
/// (101 + 8 + 212 mm on the reference panel). More rows than fit make more pages; nothing scrolls.
struct Panes {
    Rect left;
    Rect right;
    float row_h = 0;
    std::size_t capacity = 1;  // rows of one page
};

struct PaneGroup {
    Rich name;
    Rich count;
    std::size_t rows = 0;
};

/// One page: rows `page * capacity` onward of a group.
struct PanePage {
    std::size_t group = 0;
    std::size_t page = 0;
};

[[nodiscard]] Panes two_panes(const Ui& ui, float top, float row_height);
[[nodiscard]] std::vector<PanePage> pages_of(const std::vector<PaneGroup>& groups, std::size_t capacity);
/// The index of the page that shows `page` of `group`; the last when there is no such page.
[[nodiscard]] std::size_t page_at(const std::vector<PanePage>& pages, std::size_t group, std::size_t page);
/// Draws the left pane; touching an entry asks for its first page. Returns what was touched.
std::optional<Event> draw_index(const std::vector<PaneGroup>& groups, std::size_t selected,
                                const Panes& panes, Ui& ui);
/// The y below the last index entry.
[[nodiscard]] float index_bottom(std::size_t groups, const Panes& panes);

/// `style` with letters as large as let the words stand inside a box of this width and height (mm), down to
/// half their size.
[[nodiscard]] TextStyle fitting(TextStyle style, const Rich& words, float width, float height, Ui& ui);

}  // namespace kiosk
