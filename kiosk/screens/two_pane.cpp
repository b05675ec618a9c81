#include "kiosk/screens/two_pane.hpp"

#include <algorithm>

#include "kiosk/screens/chrome.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(17);
constexpr float kSmallest = 15.1F;

float entry_height(std::size_t groups, const Panes& panes) {
    const auto count = static_cast<float>(std::max<std::size_t>(1, groups));
    return std::min(grid(94), (panes.left.h - (count - 1) * kGap) / count);
}

}  // namespace

Panes two_panes(const Ui& ui, float top, float row_height) {
    const auto area = ui.content();
    const float bottom = area.bottom() - foot_margin(ui);
    const float left_w = std::max(area.w * grid(562) / grid(1788), std::min(grid(562), area.w * 0.34F));
    Panes panes;
    panes.left = {area.x, top, left_w, bottom - top};
    panes.right = {area.x + left_w + grid(44), top, area.w - left_w - grid(44), bottom - top};
    panes.capacity = std::max<std::size_t>(1, static_cast<std::size_t>(panes.right.h / row_height));
    panes.row_h = std::min(row_height, panes.right.h);
    return panes;
}

std::vector<PanePage> pages_of(const std::vector<PaneGroup>& groups, std::size_t capacity) {
    std::vector<PanePage> pages;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto count = std::max<std::size_t>(1, (groups[group].rows + capacity - 1) / capacity);
        for (std::size_t page = 0; page < count; ++page) pages.push_back({group, page});
    }
    if (pages.empty()) pages.push_back({});
    return pages;
}

std::size_t page_at(const std::vector<PanePage>& pages, std::size_t group, std::size_t page) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (pages[i].group < group || (pages[i].group == group && pages[i].page <= page)) found = i;
    return found;
}

// When there are more groups than fit, those around the selected one are shown: the pages still reach all of
// them.
std::optional<Event> draw_index(const std::vector<PaneGroup>& groups, std::size_t selected,
                                const Panes& panes, Ui& ui) {
    const auto room = static_cast<std::size_t>((panes.left.h + kGap) / (kSmallest + kGap));
    const auto shown = std::min(groups.size(), std::max<std::size_t>(1, room));
    const auto first = std::min(groups.size() - shown, selected >= shown ? selected - shown + 1 : 0);
    const float h = entry_height(shown, panes);
    std::optional<Event> happened;
    for (auto i = first; i < first + shown; ++i) {
        const float y = panes.left.y + static_cast<float>(i - first) * (h + kGap);
        const IndexLook look{groups[i].name, groups[i].count, i == selected};
        if (ui.index_entry("group." + std::to_string(i), {panes.left.x, y, panes.left.w, h}, look))
            happened = event::PageTurned{i, 0};
    }
    return happened;
}

float index_bottom(std::size_t groups, const Panes& panes) {
    return panes.left.y + static_cast<float>(groups) * (entry_height(groups, panes) + kGap) - kGap;
}

TextStyle fitting(TextStyle style, const Rich& words, float width, float height, Ui& ui) {
    const float least = style.mm / 2;
    style.whole = false;
    while (style.mm > least && ui.height_of(words, style, width) > height) style.mm -= 0.25F;
    return style;
}

}  // namespace kiosk
