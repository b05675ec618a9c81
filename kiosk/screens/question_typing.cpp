#include <algorithm>

#include "kiosk/screens/pack_words.hpp"
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
    const float label_w = std::min(row.w * 0.28F, grid(420));
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

std::optional<Event> typing_of(const Question& screen, Ui& ui) {
    if (screen.focus >= screen.drafts.size()) return std::nullopt;
    const auto& draft = screen.drafts[screen.focus];
    const auto* text = std::get_if<TextDraft>(&draft.draft);
    if (text == nullptr) return std::nullopt;
    const Edited now{text->text, text->caret};
    Edited then = now;
    if (const auto c = ui.typed()) then = typed_into(now, *c);
    if (const auto key = ui.edited()) then = edited_by(now, *key);
    if (then == now) return std::nullopt;
    return event::TextEdited{draft.item, then.text, then.caret};
}

}  // namespace

std::optional<Event> draw_typing(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto area = ui.content();
    const auto* question = words_of(model, screen);
    const bool unknown = question != nullptr && question->unknown;
    const auto foot = unknown_row(ui);
    const float bottom = unknown ? foot.y - kGap : area.bottom() - grid(34);
    const bool digits = screen.focus < screen.drafts.size() &&
                        std::holds_alternative<DigitsDraft>(screen.drafts[screen.focus].draft);
    const float pad_w = digits ? std::min(grid(538), area.w * 0.4F) : 0;
    const float left_w = digits ? area.w - pad_w - grid(40) : area.w;

    const auto count = static_cast<float>(screen.drafts.size());
    const float h = std::min(grid(111), (bottom - top - (count - 1) * kGap) / count);
    std::optional<Event> happened;
    float y = top;
    for (std::size_t i = 0; i < screen.drafts.size(); ++i) {
        if (auto done = draw_row(model, screen, i, {area.x, y, left_w, h}, ui)) happened = done;
        y += h + kGap;
    }
    if (digits) {
        if (const auto key = ui.digit_pad({area.right() - pad_w, top, pad_w, bottom - top}))
            happened = *key == Ui::kErase   ? Event(event::DigitErased{})
                       : *key == Ui::kClear ? Event(event::DigitsCleared{})
                                            : Event(event::DigitPressed{*key});
    } else {
        if (y + grid(60) < bottom)
            ui.note("typing.note", ui.words("typing.note"), {area.x, y + grid(10), left_w, 0});
        if (auto typed = typing_of(screen, ui)) happened = typed;
    }
    if (unknown)
        if (auto done = draw_foot(model, screen, 1, foot, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
