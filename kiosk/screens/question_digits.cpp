#include <algorithm>

#include "kiosk/screens/pack_words.hpp"
#include "kiosk/screens/pad_page.hpp"
#include "kiosk/screens/question.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

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

std::optional<Event> draw_digits(const Model& model, const Question& screen, const PadPage& page, Ui& ui) {
    const auto& draft = std::get<DigitsDraft>(screen.drafts.front().draft);
    const auto* item = model.setup.pack->item(screen.drafts.front().item);
    const auto type = item == nullptr ? forms::ItemType::Digits : item->type;
    auto left = page.left;
    auto happened = take_unknown_row(model, screen, left, ui);
    const auto label = item == nullptr ? Rich{} : said(item->label, ui);
    const TextStyle label_style{.line = 1.3F, .paint = Paint::Second};
    float y = left.y;
    // The heading asks for it already; the label gives way on a small panel.
    if (ui.height() > 150)
        y = ui.text("digits.label", label, {left.x, left.y, left.w, 0}, label_style).bottom() + grid(10);
    const Rect box{left.x, y, left.w, std::clamp(left.bottom() - y, 15.1F, grid(134))};
    ui.field("digits", as_is(shown(draft.digits, type)), label, box,
             {.mm = type::kName, .line = 1.1F, .fixed = true}, true);
    if (draft.max_length > 0 && type != forms::ItemType::Number) {
        const auto count = ui.words("digits.count", {{"n", std::to_string(draft.digits.size())},
                                                     {"of", std::to_string(draft.max_length)}});
        const float h = ui.height_of(count, label_style, left.w);
        if (box.bottom() + grid(12) + h < left.bottom())
            ui.text("digits.count", count, {left.x, box.bottom() + grid(12), left.w, 0}, label_style);
    }
    if (auto done = draw_pad(page.pad, ui)) happened = done;
    return happened;
}

}  // namespace kiosk
