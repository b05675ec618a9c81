#include <algorithm>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);
constexpr std::size_t kMostColumns = 4;
constexpr float kLeastHeight = grid(111);

// How the tiles of one page lie, and what gives way to larger words: the notes, then the pictures.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    bool notes = true;
    bool icons = true;
    float need = 0;  // height of the tallest tile
    [[nodiscard]] std::size_t capacity() const { return columns * rows; }
};

TileLook tile_of(const forms::Item& item, bool chosen, const Grid& lay, Ui& ui) {
    TileLook look{.title = said(item.label, ui), .selected = chosen};
    if (lay.notes) look.note = said(item.note, ui);
    if (lay.icons && ui.icons().find(item.icon) != nullptr) {
        look.icon = item.icon;
        look.icon_width = grid(92);
        look.icon_height = grid(59);
    }
    return look;
}

// Height the tallest tile needs at this width; 0 when a word is wider than its tile.
float height_needed(const std::vector<const forms::Item*>& items, const Grid& lay, float width, Ui& ui) {
    const TextStyle title{.mm = type::kTile, .bold = true, .line = 1.35F};
    const TextStyle note{.line = 1.4F};
    const float radio = grid(24 + 20 + 16) + 2 * grid(24) * std::min(ui.scale(), 1.34F);
    float most = kLeastHeight;
    for (const auto* item : items) {
        const auto look = tile_of(*item, false, lay, ui);
        const float room = width - radio - (look.icon.empty() ? 0 : look.icon_width + grid(22));
        if (room < grid(60) || !ui.fits(look.title, title, room)) return 0;
        float h = ui.height_of(look.title, title, room) + grid(20);
        if (!look.note.empty()) h += ui.height_of(look.note, note, room);
        most = std::max(most, h);
    }
    return most;
}

// The arrangement that needs fewest pages, keeping pictures and notes as long as they cost none.
Grid arrange(const std::vector<const forms::Item*>& items, const Rect& room, Ui& ui) {
    Grid best{1, 1, false, false};
    const auto pages = [&](const Grid& lay) { return (items.size() + lay.capacity() - 1) / lay.capacity(); };
    for (const bool icons : {true, false})
        for (const bool notes : {true, false})
            for (std::size_t columns = std::min(kMostColumns, items.size()); columns >= 1; --columns) {
                Grid lay{columns, 1, notes, icons};
                const float width =
                    (room.w - static_cast<float>(columns - 1) * kGap) / static_cast<float>(columns);
                lay.need = height_needed(items, lay, width, ui);
                if (lay.need <= 0) continue;
                lay.rows = static_cast<std::size_t>(std::max(0.0F, (room.h + kGap) / (lay.need + kGap)));
                if (lay.rows >= 1 && (pages(lay) < pages(best) || best.rows == 0)) best = lay;
            }
    return best;
}

bool chosen(const ItemDraft& field) {
    const auto* pick = std::get_if<PickDraft>(&field.draft);
    return pick != nullptr && pick->picked == forms::Value(true);
}

bool none_of(const Question& screen) {
    return !screen.unknown && std::ranges::all_of(screen.drafts, [](const ItemDraft& field) {
        const auto* pick = std::get_if<PickDraft>(&field.draft);
        return pick != nullptr && pick->picked == forms::Value(false);
    });
}

// どれもない once all tiles were seen, わからない and, when there are several pages, the way to the others,
// side by side.
std::optional<Event> draw_list_foot(const Model& model, const Question& screen, std::size_t page,
                                    std::size_t pages, Ui& ui) {
    const auto* question = words_of(model, screen);
    const auto row = unknown_row(ui);
    const bool last = page + 1 == pages;
    const float parts = (last ? 1.0F : 0.0F) + (question->unknown ? 1.0F : 0.0F) + (pages > 1 ? 1.0F : 0.0F);
    const float w = (row.w - (parts - 1) * kGap) / parts;
    Rect box{row.x, row.y, w, row.h};
    std::optional<Event> happened;
    if (last) {
        if (ui.tile("answer.none", box, {.title = ui.words("question.none"), .selected = none_of(screen)}))
            happened = event::NonePicked{};
        box.x += w + kGap;
    }
    if (question->unknown) {
        if (ui.tile("answer.unknown", box,
                    {.title = ui.words("question.unknown"), .selected = screen.unknown}))
            happened = event::UnknownPicked{};
        box.x += w + kGap;
    }
    if (pages > 1) {
        TileLook more{
            .title = ui.words("question.more"), .radio = false, .forward = true, .key_coloured = true};
        more.end = as_is(std::to_string(page + 1) + " / " + std::to_string(pages));
        if (ui.tile("answer.more", box, more)) happened = event::PageTurned{0, (page + 1) % pages};
    }
    return happened;
}

}  // namespace

DrawnPage draw_list(const Model& model, const Question& screen, float top, Ui& ui) {
    if (words_of(model, screen) == nullptr) return {};
    std::vector<const forms::Item*> items;
    for (const auto& field : screen.drafts)
        if (const auto* item = model.setup.pack->item(field.item)) items.push_back(item);
    if (items.size() != screen.drafts.size()) return {};

    const auto area = ui.content();
    const Rect room{area.x, top, area.w, unknown_row(ui).y - kGap - top};
    const auto lay = arrange(items, room, ui);
    const auto pages = (items.size() + lay.capacity() - 1) / lay.capacity();
    const auto page = std::min(static_cast<std::size_t>(screen.page), pages - 1);
    const auto from = page * lay.capacity();
    const auto to = std::min(items.size(), from + lay.capacity());
    const float w = (room.w - static_cast<float>(lay.columns - 1) * kGap) / static_cast<float>(lay.columns);
    const auto rows =
        static_cast<float>((std::min(items.size(), lay.capacity()) + lay.columns - 1) / lay.columns);
    const float h = std::min(std::max(lay.need, grid(184) * std::max(1.0F, ui.scale() * 0.9F)),
                             (room.h - (rows - 1) * kGap) / rows);

    DrawnPage drawn{.goes_on = !screen.unknown && page + 1 < pages};
    for (auto i = from; i < to; ++i) {
        const auto place = i - from;
        const Rect rect{room.x + static_cast<float>(place % lay.columns) * (w + kGap),
                        top + static_cast<float>(place / lay.columns) * (h + kGap), w, h};
        const bool is_so = !screen.unknown && chosen(screen.drafts[i]);
        if (ui.tile("answer." + screen.drafts[i].item, rect, tile_of(*items[i], is_so, lay, ui)))
            drawn.happened = event::AnswerPicked{screen.drafts[i].item, true};
    }
    if (auto done = draw_list_foot(model, screen, page, pages, ui)) drawn.happened = done;
    return drawn;
}

}  // namespace kiosk
