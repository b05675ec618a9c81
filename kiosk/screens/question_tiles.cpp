#include <algorithm>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);
constexpr std::size_t kMostOnAPage = 6;

struct Answer {
    std::string id;
    forms::Value value;
    TileLook look;
};

std::vector<Answer> answers_of(const forms::Item& item, const PickDraft& draft, bool unknown, Ui& ui) {
    std::vector<Answer> answers;
    const auto add = [&](std::string id, forms::Value value, TileLook look) {
        look.selected = !unknown && draft.picked == value;
        answers.push_back({std::move(id), std::move(value), std::move(look)});
    };
    if (item.type == forms::ItemType::YesNo) {
        add("yes", true, {.title = ui.words("question.yes")});
        add("no", false, {.title = ui.words("question.no")});
        return answers;
    }
    for (const auto& choice : item.choices) {
        TileLook look{.title = said(choice.label, ui), .note = said(choice.note, ui)};
        if (ui.icons().find(choice.icon) != nullptr) {
            look.icon = choice.icon;
            look.icon_width = grid(122);
            look.icon_height = grid(78);
        }
        add(choice.id, choice.id, std::move(look));
    }
    return answers;
}

// How the tiles of one page lie.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    bool notes = true;
    bool icons = true;
    float need = 0;  // height of the tallest tile
    [[nodiscard]] std::size_t capacity() const { return std::min(columns * rows, kMostOnAPage); }
};

// Height a tile of `width` needs for the largest words; 0 when a word is wider than the tile.
float height_needed(const std::vector<Answer>& answers, float width, bool notes, bool icons, Ui& ui) {
    const TextStyle title{.mm = type::kTile, .bold = true, .line = 1.35F};
    const TextStyle note{.line = 1.4F};
    const float radio = grid(24 + 20 + 16) + 2 * grid(24) * std::min(ui.scale(), 1.34F);
    float most = grid(111);
    for (const auto& answer : answers) {
        const float icon = icons && !answer.look.icon.empty() ? answer.look.icon_width + grid(22) : 0;
        const float room = width - radio - icon;
        if (room < grid(60) || !ui.fits(answer.look.title, title, room)) return 0;
        float h = ui.height_of(answer.look.title, title, room) + grid(ui.scale() > 1.2F ? 8 : 20);
        if (notes && !answer.look.note.empty()) h += ui.height_of(answer.look.note, note, room);
        most = std::max(most, h);
    }
    return most;
}

// Whether two answers differ in their notes only: those may not be left out.
bool told_apart_by_notes(const std::vector<Answer>& answers) {
    for (std::size_t i = 0; i < answers.size(); ++i)
        for (std::size_t j = i + 1; j < answers.size(); ++j)
            if (plain(answers[i].look.title) == plain(answers[j].look.title)) return true;
    return false;
}

// The arrangement that shows most answers at once; what helps less (notes, then drawings) gives way to larger
// words first.
Grid arrange(const std::vector<Answer>& answers, const Rect& room, Ui& ui) {
    const auto wanted = std::min(answers.size(), kMostOnAPage);
    Grid best;
    const bool notes_stay = told_apart_by_notes(answers);
    for (const bool icons : {true, false})
        for (const bool notes : {true, notes_stay})
            for (std::size_t columns = std::min<std::size_t>(3, wanted); columns >= 1; --columns) {
                const float width =
                    (room.w - static_cast<float>(columns - 1) * kGap) / static_cast<float>(columns);
                const float need = height_needed(answers, width, notes, icons, ui);
                if (need <= 0) continue;
                const auto rows = static_cast<std::size_t>(std::max(0.0F, (room.h + kGap) / (need + kGap)));
                const Grid grid_now{columns, rows, notes, icons, need};
                if (rows >= 1 && grid_now.capacity() >= wanted) return grid_now;
                if (rows >= 1 && grid_now.capacity() > best.capacity()) best = grid_now;
            }
    return best;
}

}  // namespace

std::optional<Event> draw_tiles(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto& draft = std::get<PickDraft>(screen.drafts.front().draft);
    const auto& key = screen.drafts.front().item;
    const auto* item = model.setup.pack->item(key);
    const auto* question = words_of(model, screen);
    if (item == nullptr || question == nullptr) return std::nullopt;
    auto answers = answers_of(*item, draft, screen.unknown, ui);

    const auto foot = unknown_row(ui);
    const auto area = ui.content();
    const Rect room{area.x, top, area.w, (question->unknown ? foot.y - kGap : foot.bottom()) - top};
    auto lay = arrange(answers, room, ui);
    std::size_t pages = (answers.size() + lay.capacity() - 1) / std::max<std::size_t>(1, lay.capacity());
    Rect tiles = room;
    if (pages > 1 && !question->unknown) {
        tiles.h = foot.y - kGap - top;
        lay = arrange(answers, tiles, ui);
        pages = (answers.size() + lay.capacity() - 1) / std::max<std::size_t>(1, lay.capacity());
    }
    const auto page = std::min(static_cast<std::size_t>(screen.page), pages - 1);
    const auto from = page * lay.capacity();
    const auto to = std::min(answers.size(), from + lay.capacity());
    const float w = (tiles.w - static_cast<float>(lay.columns - 1) * kGap) / static_cast<float>(lay.columns);
    const auto rows_used =
        static_cast<float>((std::min(answers.size(), lay.capacity()) + lay.columns - 1) / lay.columns);
    const float h = std::min(std::max({lay.need, grid(184), grid(184) * ui.scale() * 0.9F}),
                             (tiles.h - (rows_used - 1) * kGap) / rows_used);

    std::optional<Event> happened;
    for (auto i = from; i < to; ++i) {
        auto& answer = answers[i];
        if (!lay.notes) answer.look.note.clear();
        if (!lay.icons) answer.look.icon.clear();
        const auto place = i - from;
        const Rect rect{tiles.x + static_cast<float>(place % lay.columns) * (w + kGap),
                        top + static_cast<float>(place / lay.columns) * (h + kGap), w, h};
        if (ui.tile("answer." + answer.id, rect, answer.look))
            happened = event::AnswerPicked{key, answer.value};
    }
    if (auto done = draw_foot(model, screen, pages, foot, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
