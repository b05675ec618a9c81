#include <algorithm>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

constexpr float kGap = grid(20);

// Digits as they are spoken of: 123-4567 for a postal code; nothing is put into the value itself.
std::string shown(const std::string& digits, forms::ItemType type) {
    auto text = digits;
    if (type == forms::ItemType::Postal && text.size() > 3) text.insert(3, "-");
    if (type == forms::ItemType::Phone && text.size() > 7) {
        const std::size_t area = text.starts_with("0") && text.size() == 11         ? 3
                                 : text.starts_with("03") || text.starts_with("06") ? 2
                                                                                    : 3;
        text.insert(text.size() - 4, "-");
        text.insert(area, "-");
    }
    return text;
}

}  // namespace

std::optional<Event> draw_digits(const Model& model, const Question& screen, float top, Ui& ui) {
    const auto& draft = std::get<DigitsDraft>(screen.drafts.front().draft);
    const auto* item = model.setup.pack->item(screen.drafts.front().item);
    const auto* question = words_of(model, screen);
    const auto area = ui.content();
    const bool unknown = question != nullptr && question->unknown;
    const auto foot = unknown_row(ui);
    const float bottom = unknown ? foot.y - kGap : area.bottom() - grid(60);
    const float pad_w = std::min(grid(538), area.w * 0.42F);
    const float left_w = std::min(grid(1000), area.w - pad_w - grid(60));
    const auto type = item == nullptr ? forms::ItemType::Digits : item->type;

    const auto label = item == nullptr ? Rich{} : said(item->label, ui);
    const TextStyle label_style{.line = 1.3F, .paint = Paint::Second};
    const auto taken = ui.text("digits.label", label, {area.x, top, left_w, 0}, label_style);
    const Rect box{area.x, taken.bottom() + grid(10), left_w,
                   std::min(grid(134), bottom - taken.bottom() - grid(10))};
    ui.field("digits", as_is(shown(draft.digits, type)), label, box,
             {.mm = type::kName, .line = 1.1F, .fixed = true}, true);
    if (draft.max_length > 0 && type != forms::ItemType::Number) {
        const auto count = ui.words("digits.count", {{"n", std::to_string(draft.digits.size())},
                                                     {"of", std::to_string(draft.max_length)}});
        if (box.bottom() + grid(60) < bottom)
            ui.text("digits.count", count, {area.x, box.bottom() + grid(12), left_w, 0}, label_style);
    }
    std::optional<Event> happened;
    const auto key = ui.digit_pad({area.right() - pad_w, top, pad_w, bottom - top});
    if (key)
        happened = *key == Ui::kErase   ? Event(event::DigitErased{})
                   : *key == Ui::kClear ? Event(event::DigitsCleared{})
                                        : Event(event::DigitPressed{*key});
    if (unknown)
        if (auto done = draw_foot(model, screen, 1, foot, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
