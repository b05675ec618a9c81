#include <algorithm>

#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/kana_board.hpp"
#include "kiosk/screens/name_choice.hpp"
#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/ui/text_edit.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);

bool is_name(const forms::Item* item) {
    return item != nullptr && item->type == forms::ItemType::Name;
}

std::string text_of(const Draft& draft) {
    if (const auto* text = std::get_if<TextDraft>(&draft)) return text->text;
    if (const auto* digits = std::get_if<DigitsDraft>(&draft)) return digits->digits;
    return {};
}

// A choice inside a group (普通, 当座) as tiles in the row of its field.
std::optional<Event> draw_choices(const std::string& key, const forms::Item& item, const PickDraft& draft,
                                  const Rect& box, Ui& ui) {
    std::optional<Event> happened;
    const auto count = static_cast<float>(std::max<std::size_t>(1, item.choices.size()));
    const float w = (box.w - (count - 1) * kGap) / count;
    for (std::size_t i = 0; i < item.choices.size(); ++i) {
        const auto& choice = item.choices[i];
        const Rect rect{box.x + static_cast<float>(i) * (w + kGap), box.y, w, box.h};
        TileLook look{.title = said(choice.label, ui), .selected = draft.picked == forms::Value(choice.id)};
        if (ui.tile("answer." + key + "." + choice.id, rect, look))
            happened = event::AnswerPicked{key, choice.id};
    }
    return happened;
}

void draw_caret(const TextDraft& draft, const Rect& box, const TextStyle& style, Ui& ui) {
    const float before = draft.caret == 0 ? 0 : ui.width_of(as_is(draft.text.substr(0, draft.caret)), style);
    const float x = std::min(box.x + grid(24) + before + grid(3), box.right() - grid(16));
    ui.canvas().fill(Rect{x, box.y + box.h * 0.2F, grid(4), box.h * 0.6F}, Paint::Key);
}

std::optional<Event> draw_row(const Model& model, const Question& screen, std::size_t i, const Rect& row,
                              Ui& ui) {
    const auto& draft = screen.drafts[i];
    const auto* item = model.setup.pack->item(draft.item);
    const auto label = item == nullptr ? Rich{} : said(item->label, ui);
    const float label_w = std::min(row.w * (row.w < 130 ? 0.36F : 0.28F), grid(420));
    ui.text_in("label." + draft.item, label, {row.x, row.y, label_w - grid(16), row.h},
               {.mm = type::kTile, .line = 1.25F});
    const Rect box{row.x + label_w, row.y, row.w - label_w, row.h};
    if (const auto* pick = std::get_if<PickDraft>(&draft.draft))
        return item == nullptr ? std::nullopt : draw_choices(draft.item, *item, *pick, box, ui);
    const bool here = i == screen.focus && !screen.unknown;
    const TextStyle style{
        .mm = is_name(item) ? grid(60) : grid(48), .name = is_name(item), .line = 1.1F, .fixed = true};
    const bool touched =
        ui.field("field." + draft.item, as_is(text_of(draft.draft)), label, box, style, here);
    if (const auto* text = std::get_if<TextDraft>(&draft.draft); text != nullptr && here)
        draw_caret(*text, box, style, ui);
    if (touched) return event::ItemFocused{draft.item};
    return std::nullopt;
}

// The whole text of a field with its label above it, for the narrow fields over the board.
std::optional<Event> draw_field(const Model& model, const Question& screen, std::size_t i, const Rect& box,
                                bool labelled, Ui& ui) {
    const auto& draft = screen.drafts[i];
    const auto* item = model.setup.pack->item(draft.item);
    const auto label = item == nullptr ? Rich{} : said(item->label, ui);
    const bool here = i == screen.focus && !screen.unknown;
    const TextStyle style{.mm = is_name(item) ? grid(56) : grid(48),
                          .name = is_name(item),
                          .line = 1.05F,
                          .fixed = true,
                          .whole = true};
    const float label_w = labelled && screen.drafts.size() > 1
                              ? std::min(box.w * 0.32F, ui.width_of(label, {.fixed = true}) + grid(14))
                              : 0;
    if (label_w > 0)
        ui.text_in("label." + draft.item, label, {box.x, box.y, label_w - grid(8), box.h},
                   {.line = 1.1F, .paint = Paint::Second, .fixed = true, .whole = true});
    const Rect field{box.x + label_w, box.y, box.w - label_w, box.h};
    if (const auto* pick = std::get_if<PickDraft>(&draft.draft))
        return item == nullptr ? std::nullopt : draw_choices(draft.item, *item, *pick, field, ui);
    const bool touched =
        ui.field("field." + draft.item, as_is(text_of(draft.draft)), label, field, style, here);
    if (const auto* text = std::get_if<TextDraft>(&draft.draft); text != nullptr && here)
        draw_caret(*text, field, style, ui);
    return touched ? std::optional<Event>(event::ItemFocused{draft.item}) : std::nullopt;
}

std::vector<Board> boards_of(const forms::Item* item) {
    const auto type = item == nullptr ? forms::ItemType::Text : item->type;
    if (type == forms::ItemType::Kana) return {Board::Kana, Board::Phone, Board::Romaji};
    if (type == forms::ItemType::Name) return {Board::Kana, Board::Phone, Board::Romaji, Board::Letters};
    return {Board::Kana, Board::Phone, Board::Romaji, Board::Letters, Board::Address};
}

// The fields of a group in one row. More than two are gone through one by one: the one before and the one
// after are a touch away.
std::optional<Event> draw_field_strip(const Model& model, const Question& screen, const Rect& row,
                                      bool labelled, Ui& ui) {
    const auto count = screen.drafts.size();
    std::optional<Event> happened;
    if (count <= 2) {
        const float w = (row.w - static_cast<float>(count - 1) * kGap) / static_cast<float>(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Rect box{row.x + static_cast<float>(i) * (w + kGap), row.y, w, row.h};
            if (auto done = draw_field(model, screen, i, box, labelled, ui)) happened = done;
        }
        return happened;
    }
    const float words = std::max(ui.width_of(ui.words("step.before"), {.bold = true}),
                                 ui.width_of(ui.words("step.after"), {.bold = true}));
    const float arrow = std::max(grid(180), std::min(words + grid(72), row.w * 0.2F));
    const auto step = [&](const char* id, const char* sign, std::size_t to, float x) {
        if (ui.button(id, ui.words(id), {x, row.y, arrow, row.h},
                      {ButtonKind::Step, sign, "", Align::Centre, 0}))
            happened = event::ItemFocused{screen.drafts[to].item};
    };
    const Rect box{row.x + arrow + grid(17), row.y, row.w - 2 * (arrow + grid(17)), row.h};
    if (screen.focus > 0) step("step.before", "back", screen.focus - 1, row.x);
    if (auto done = draw_field(model, screen, screen.focus, box, labelled, ui)) happened = done;
    if (screen.focus + 1 < count) step("step.after", "forward", screen.focus + 1, row.right() - arrow);
    return happened;
}

// Fields, board and candidates one under another, for panels and sizes of words that leave the large board no
// room.
std::optional<Event> draw_low_page(const Model& model, const Question& screen, const Rect& area, Ui& ui) {
    const auto& focus = screen.drafts[screen.focus];
    const auto& text = std::get<TextDraft>(focus.draft);
    const auto choice = offers_of(model, screen, ui);
    const float gap = grid(17);
    const bool strip = !choice.offers.empty();
    const float rows = 3 + (strip ? 1.0F : 0.0F);
    const float h = std::clamp((area.h - gap * (rows - 1)) / rows, 15.1F, grid(111));
    auto happened = draw_field_strip(model, screen, {area.x, area.y, area.w, h}, true, ui);
    const float y = area.y + h + gap;
    const float bottom = strip ? area.bottom() - h - gap : area.bottom();
    const auto boards = boards_of(model.setup.pack->item(focus.item));
    if (auto after = draw_board({text.text, text.caret}, boards, {area.x, y, area.w, bottom - y}, ui))
        happened = event::TextEdited{focus.item, after->text, after->caret};
    if (strip)
        if (auto done = draw_name_strip(choice, screen.page, {area.x, bottom + gap, area.w, h}, ui))
            happened = done;
    return happened;
}

std::optional<Event> draw_board_page(const Model& model, const Question& screen, const Rect& area, Ui& ui) {
    const auto& focus = screen.drafts[screen.focus];
    const auto& text = std::get<TextDraft>(focus.draft);
    const float gap = grid(17);
    const float right_w = std::max(area.w - grid(1184) - grid(39), grid(560));
    const float left_w = area.w - right_w - grid(39);
    const float field_h = std::clamp(area.h - grid(84 * 5 + 11 * 4) - gap, 15.1F, grid(96));
    const Rect board{area.x, area.y + field_h + gap, left_w, area.h - field_h - gap};
    if (!board_fits(board)) return draw_low_page(model, screen, area, ui);
    auto happened = draw_field_strip(model, screen, {area.x, area.y, left_w, field_h}, true, ui);
    const auto boards = boards_of(model.setup.pack->item(focus.item));
    if (auto after = draw_board({text.text, text.caret}, boards, board, ui))
        happened = event::TextEdited{focus.item, after->text, after->caret};
    const auto choice = offers_of(model, screen, ui);
    if (auto done =
            draw_name_choice(choice, screen.page, {area.right() - right_w, area.y, right_w, area.h}, ui))
        happened = done;
    return happened;
}

// The items one under another in `area`; what is left below them.
std::optional<Event> draw_rows(const Model& model, const Question& screen, Rect& area, Ui& ui) {
    const auto count = static_cast<float>(screen.drafts.size());
    if (area.h < count * 15.1F + (count - 1) * 3.05F) {
        // One after another, each with its label above it.
        const auto* item = model.setup.pack->item(screen.drafts[screen.focus].item);
        const auto label = item == nullptr ? Rich{} : said(item->label, ui);
        const auto taken = ui.text("label." + screen.drafts[screen.focus].item, label,
                                   {area.x, area.y, area.w, 0}, {.line = 1.3F, .paint = Paint::Second});
        const float y = taken.bottom() + grid(6);
        const Rect strip{area.x, y, area.w, std::clamp(area.bottom() - y, 15.1F, grid(111))};
        return draw_field_strip(model, screen, strip, false, ui);
    }
    const float gap = std::clamp((area.h - count * 15.1F) / count, 3.05F, kGap);
    const float h = std::min(grid(111), (area.h - (count - 1) * gap) / count);
    std::optional<Event> happened;
    for (std::size_t i = 0; i < screen.drafts.size(); ++i) {
        if (auto done = draw_row(model, screen, i, {area.x, area.y, area.w, h}, ui)) happened = done;
        area.y += h + gap;
        area.h -= h + gap;
    }
    return happened;
}

}  // namespace

std::optional<Event> draw_group(const Model& model, const Question& screen, const PadPage& page, Ui& ui) {
    auto left = page.left;
    auto happened = take_unknown_row(model, screen, left, ui);
    if (auto done = draw_rows(model, screen, left, ui)) happened = done;
    if (auto done = draw_pad(page.pad, ui)) happened = done;
    return happened;
}

std::optional<Event> draw_typing(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto content = ui.content();
    Rect area{content.x, top, content.w, content.bottom() - foot_margin(ui) - top};
    auto happened = take_unknown_row(model, screen, area, ui);
    const bool text = screen.focus < screen.drafts.size() &&
                      std::holds_alternative<TextDraft>(screen.drafts[screen.focus].draft);
    if (text) {
        if (auto done = draw_board_page(model, screen, area, ui)) happened = done;
        return happened;
    }
    if (auto done = draw_rows(model, screen, area, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
