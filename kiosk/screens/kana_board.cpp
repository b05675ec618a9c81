#include "kiosk/screens/kana_board.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/board_keys.hpp"
#include "kiosk/ui/kana.hpp"
#include "kiosk/ui/rich.hpp"
#include "kiosk/ui/romaji.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(11.2F);  // 2 mm, as on the mock-up: keys lie closer than other targets
constexpr float kKey = 15.0F;

std::string utf8(char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
}

// One board being drawn: where, what was touched, and what that does to the text.
class Drawn {
public:
    Drawn(const Edited& now, Board board, Ui& ui) : now_(now), board_(board), ui_(ui) {}

    void character(char32_t c, const Rect& rect, float mm) {
        if (c == U'　' || c == 0) return;
        if (ui_.key("kana." + utf8(c), as_is(utf8(c)), rect, mm, false)) write(c);
    }
    void write(char32_t c) { after_ = board_ == Board::Romaji ? romaji_typed(now_, c) : typed_into(now_, c); }
    void word(std::string_view word, const Rect& rect) {
        if (!ui_.key("kana." + std::string(word), as_is(std::string(word)), rect, type::kTile, true)) return;
        after_ = now_;
        for (const char32_t c : code_points(word)) after_ = typed_into(*after_, c);
    }
    /// A key with a meaning of its own; which one it is says its id.
    void function(const std::string& id, const Rect& rect) {
        if (!ui_.key("kana." + id, ui_.words("kana." + id), rect, type::kBody, true)) return;
        if (id == "voiced") after_ = marked(now_, KanaMark::Voiced);
        if (id == "half_voiced") after_ = marked(now_, KanaMark::HalfVoiced);
        if (id == "small" || id == "small_short") after_ = marked(now_, KanaMark::Small);
        if (id == "long") after_ = typed_into(now_, U'ー');
        if (id == "erase") after_ = edited_by(now_, KeyName::Backspace);
        if (id == "clear") after_ = Edited{};
        if (id == "space") after_ = typed_into(romaji_ended(now_), board_ == Board::Letters ? U' ' : U'　');
        if (id == "boards") ui_.choose_board(static_cast<int>(Board::Choosing));
    }
    std::optional<Edited> after() {
        if (const auto c = ui_.typed()) after_ = typed_into(now_, *c);
        if (const auto key = ui_.edited()) after_ = edited_by(now_, *key);
        return after_;
    }
    [[nodiscard]] bool kana() const { return board_ == Board::Kana || board_ == Board::Phone; }
    [[nodiscard]] Board board() const { return board_; }
    [[nodiscard]] Ui& ui() { return ui_; }

private:
    const Edited& now_;
    Board board_;
    Ui& ui_;
    std::optional<Edited> after_{};
};

// Sizes of a large board: ten columns of keys and two of functions.
struct Cells {
    Rect area;
    float key = 0, row = 0, function = 0;
    [[nodiscard]] Rect at(std::size_t column, std::size_t line) const {
        return {area.x + static_cast<float>(column) * (key + kGap), area.y + static_cast<float>(line) * row,
                key, key};
    }
    /// Function keys stand in the two columns on the right; `wide` takes both.
    [[nodiscard]] Rect function_at(std::size_t column, std::size_t line, bool wide) const {
        const float x = area.x + 10 * (key + kGap) + static_cast<float>(column) * (function + kGap);
        return {x, area.y + static_cast<float>(line) * row, wide ? 2 * function + kGap : function, key};
    }
};

Cells cells_in(const Rect& area) {
    const float key = std::min({grid(83.5F) * 1.3F, (area.w - 11 * kGap) / 12.5F, (area.h - 4 * kGap) / 5});
    return {area, key, std::min(key + grid(14), (area.h - key) / 4), key * 1.25F};
}

void draw_functions(Drawn& drawn, const Cells& cells, bool choice) {
    if (drawn.kana()) {
        drawn.function("voiced", cells.function_at(0, 0, false));
        drawn.function("half_voiced", cells.function_at(1, 0, false));
        drawn.function("small", cells.function_at(0, 1, false));
        drawn.function("long", cells.function_at(1, 1, false));
    }
    drawn.function("erase", cells.function_at(0, 2, true));
    drawn.function("clear", cells.function_at(0, 3, true));
    drawn.function("space", cells.function_at(0, 4, !choice));
    if (choice) drawn.function("boards", cells.function_at(1, 4, false));
}

void draw_rows(Drawn& drawn, const Cells& cells) {
    const auto& rows = rows_of(drawn.board());
    for (std::size_t line = 0; line < rows.size(); ++line)
        for (std::size_t column = 0; column < rows.at(line).size(); ++column)
            drawn.character(rows.at(line)[column], cells.at(column, line), type::kLead);
}

// Digits on the left, the words of an address beside them.
void draw_address(Drawn& drawn, const Cells& cells) {
    const float w = (10 * (cells.key + kGap) - kGap - 4 * kGap) / 5;
    const auto at = [&](std::size_t column, std::size_t line) {
        return Rect{cells.area.x + static_cast<float>(column) * (w + kGap),
                    cells.area.y + static_cast<float>(line) * cells.row, w, cells.key};
    };
    constexpr std::u32string_view kDigits = U"1234567890";
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        drawn.character(kDigits[i], i < 9 ? at(i % 3, i / 3) : at(1, 3), type::kLead);
    for (std::size_t i = 0; i < address_words().size(); ++i)
        drawn.word(address_words().at(i), at(3 + i % 2, i / 2));
}

// A telephone's keys; the characters of the one touched stand around its first, where they would be flicked
// to. Nothing is dragged: each is touched.
void draw_phone(Drawn& drawn, const Cells& cells) {
    const float room = 10 * (cells.key + kGap) - kGap;
    const float h = (4 * cells.row + cells.key - 3 * kGap) / 4;
    const float w = (room * 0.5F - 2 * kGap) / 3;
    auto& ui = drawn.ui();
    const auto chosen = std::min<std::size_t>(static_cast<std::size_t>(ui.board_column()), 11);
    for (std::size_t i = 0; i < phone_keys().size(); ++i) {
        const auto characters = phone_keys().at(i);
        if (characters.empty()) continue;
        const Rect rect{cells.area.x + static_cast<float>(i % 3) * (w + kGap),
                        cells.area.y + static_cast<float>(i / 3) * (h + kGap), w, h};
        const auto label = utf8(characters.front());
        if (ui.key("column." + label, as_is(label), rect, type::kLead, true, i == chosen))
            ui.choose_column(static_cast<int>(i));
    }
    const float cell = std::min((room * 0.42F - 2 * kGap) / 3, h * 1.1F);
    const float x = cells.area.x + room - 3 * cell - 2 * kGap;
    const float y = cells.area.y + (4 * cells.row + cells.key - 3 * cell - 2 * kGap) / 2;
    constexpr std::array<std::pair<float, float>, 5> kPlaces{{{1, 1}, {0, 1}, {1, 0}, {2, 1}, {1, 2}}};
    const auto characters = phone_keys().at(chosen);
    for (std::size_t i = 0; i < std::min(characters.size(), kPlaces.size()); ++i)
        drawn.character(
            characters[i],
            {x + kPlaces.at(i).first * (cell + kGap), y + kPlaces.at(i).second * (cell + kGap), cell, cell},
            type::kDigit);
}

// Keys from the left of a row; what is left of it is shared by the keys with words.
class KeyRow {
public:
    KeyRow(const Rect& row, float key) : row_(row), key_(key), x_(row.x) {}
    Rect next() {
        const Rect rect{x_, row_.y, key_, row_.h};
        x_ += key_ + kGap;
        return rect;
    }
    /// The `i`th of `count` equal parts of the rest.
    [[nodiscard]] Rect rest(std::size_t i, std::size_t count) const {
        const auto parts = static_cast<float>(count);
        const float w = (row_.right() - x_ - (parts - 1) * kGap) / parts;
        return {x_ + static_cast<float>(i) * (w + kGap), row_.y, w, row_.h};
    }

private:
    Rect row_;
    float key_;
    float x_;
};

void draw_columns(Drawn& drawn, const std::vector<std::u32string_view>& columns, std::size_t chosen,
                  KeyRow& row) {
    auto& ui = drawn.ui();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto first = utf8(columns[i].front());
        const auto label = drawn.kana() ? first : first + "–" + utf8(columns[i].back());
        if (ui.key("column." + first, as_is(label), row.next(), drawn.kana() ? type::kLead : type::kBody,
                   true, i == chosen))
            ui.choose_column(static_cast<int>(i));
    }
}

// Two rows: columns above, the characters of the chosen column and what changes them below.
void draw_two_rows(Drawn& drawn, const Rect& area, bool choice) {
    constexpr float kWords = 30.0F;  // mm that the last key of the upper row has at least
    const auto columns = columns_of(drawn.board());
    const auto chosen = std::min(static_cast<std::size_t>(drawn.ui().board_column()), columns.size() - 1);
    const float w = std::min(grid(134), (area.w - kWords - 10 * kGap) / 10);
    const float h = std::min((area.h - kGap) / 2, grid(134));
    KeyRow upper({area.x, area.y, area.w, h}, w);
    KeyRow lower({area.x, area.y + h + kGap, area.w, h}, w);
    draw_columns(drawn, columns, chosen, upper);
    for (const char32_t c : columns[chosen]) drawn.character(c, lower.next(), type::kLead);
    for (auto i = columns[chosen].size(); i < 5; ++i) (void)lower.next();
    std::vector<std::string> words{"space"};
    if (choice) words.insert(words.begin(), "boards");
    if (drawn.kana()) {
        for (const auto* mark : {"voiced", "half_voiced", "small_short", "long"})
            drawn.function(mark, lower.next());
    } else {
        words.insert(words.begin(), "clear");
    }
    if (drawn.board() == Board::Address)
        for (std::size_t i = 0; i < address_words().size(); ++i)
            drawn.word(address_words().at(i), i < 7 ? upper.next() : lower.next());
    drawn.function("erase", upper.rest(0, 1));
    for (std::size_t i = 0; i < words.size(); ++i) drawn.function(words[i], lower.rest(i, words.size()));
}

std::string id_of(Board board) {
    switch (board) {
        case Board::Kana:
            return "board.kana";
        case Board::Phone:
            return "board.phone";
        case Board::Romaji:
            return "board.romaji";
        case Board::Letters:
            return "board.letters";
        case Board::Address:
            return "board.address";
        case Board::Choosing:
            break;
    }
    return "kana.boards";
}

void draw_choosing(const std::vector<Board>& boards, const Rect& area, Ui& ui) {
    const std::size_t columns = area.w > 150 || area.h < 60 ? 3 : 2;
    const auto rows = static_cast<float>((boards.size() + columns - 1) / columns);
    const float gap = grid(17);
    const float w = (area.w - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
    const float h = std::min(grid(134), (area.h - (rows - 1) * gap) / rows);
    for (std::size_t i = 0; i < boards.size(); ++i) {
        const Rect rect{area.x + static_cast<float>(i % columns) * (w + gap),
                        area.y + static_cast<float>(i / columns) * (h + gap), w, h};
        const TileLook look{.title = ui.words(id_of(boards[i])), .radio = false};
        if (ui.tile(id_of(boards[i]), rect, look)) {
            ui.choose_board(static_cast<int>(boards[i]));
            ui.choose_column(0);
        }
    }
}

}  // namespace

bool board_fits(const Rect& area) {
    return cells_in(area).key >= kKey - 0.05F;
}

std::optional<Edited> draw_board(const Edited& now, const std::vector<Board>& boards, const Rect& area,
                                 Ui& ui) {
    auto board = static_cast<Board>(ui.board());
    const bool known = std::ranges::find(boards, board) != boards.end();
    if (board == Board::Choosing && boards.size() > 1) {
        draw_choosing(boards, area, ui);
        return std::nullopt;
    }
    if (!known) board = boards.front();
    const bool choice = boards.size() > 1;
    Drawn drawn(now, board, ui);
    if (!board_fits(area)) {
        draw_two_rows(drawn, area, choice);
        return drawn.after();
    }
    const auto cells = cells_in(area);
    if (board == Board::Address)
        draw_address(drawn, cells);
    else if (board == Board::Phone)
        draw_phone(drawn, cells);
    else
        draw_rows(drawn, cells);
    draw_functions(drawn, cells, choice);
    return drawn.after();
}

}  // namespace kiosk
