#include "kiosk/screens/name_choice.hpp"

#include <algorithm>

#include "kiosk/ui/kana.hpp"
#include "kiosk/ui/names.hpp"

namespace kiosk {
namespace {

constexpr std::string_view kSpace = "　";
constexpr std::size_t kWideBytes = 15;  // five kanji: what half a column holds at a readable size

Edited edited_of(const TextDraft& draft) {
    return {draft.text, draft.caret};
}

forms::ItemType type_of(const Model& model, const std::string& key) {
    const auto* item = model.setup.pack->item(key);
    return item == nullptr ? forms::ItemType::Text : item->type;
}

const ItemDraft* name_draft(const Model& model, const Question& screen) {
    for (const auto& draft : screen.drafts)
        if (type_of(model, draft.item) == forms::ItemType::Name &&
            std::holds_alternative<TextDraft>(draft.draft))
            return &draft;
    return nullptr;
}

std::string family_of(const std::string& name) {
    const auto space = name.find(kSpace);
    return space == std::string::npos ? std::string() : name.substr(0, space);
}

std::string applicant_family(const Model& model, const std::string& asked) {
    if (asked.starts_with("applicant.")) return {};
    const auto* value = model.visit.facts.value("applicant.name");
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : family_of(*text);
}

// A name with one of its two parts put in; the part that is there already stays.
event::TextEdited with_part(const ItemDraft& name, NamePart part, const std::string& word) {
    const auto& text = std::get<TextDraft>(name.draft).text;
    const auto space = text.find(kSpace);
    const auto given = space == std::string::npos ? std::string() : text.substr(space + kSpace.size());
    const auto family = space == std::string::npos ? text : text.substr(0, space);
    std::string whole = part == NamePart::Family
                            ? word + (given.empty() ? std::string() : std::string(kSpace) + given)
                            : family + std::string(kSpace) + word;
    const auto caret = part == NamePart::Family ? word.size() : whole.size();
    return {name.item, std::move(whole), caret};
}

// Where the kana being typed stands: the run before the caret, and which part of the name it is.
struct Typing {
    std::string kana;
    NamePart part = NamePart::Family;
};

Typing typing_of(const Edited& now, bool kana_item) {
    const auto head = now.text.substr(0, now.caret);
    const auto space = head.rfind(kSpace);
    Typing typing;
    if (space != std::string::npos) typing.part = NamePart::Given;
    typing.kana = kana_item ? (space == std::string::npos ? head : head.substr(space + kSpace.size()))
                            : kana_before(now);
    return typing;
}

void add_kanji(NameChoice& choice, const Model& model, const ItemDraft& name, const ItemDraft& focus,
               const Typing& typing, Ui& ui) {
    const bool in_name = focus.item == name.item;
    const auto offer = [&](const std::string& word, bool same) {
        if (!ui.can_draw_name(word)) return;
        const auto now = edited_of(std::get<TextDraft>(name.draft));
        const auto after = replaced_before(now, typing.kana, word);
        auto then = in_name ? event::TextEdited{name.item, after.text, after.caret}
                            : with_part(name, typing.part, word);
        choice.offers.push_back({word, same, std::move(then)});
    };
    const auto same = applicant_family(model, name.item);
    const bool nothing_yet = typing.kana.empty() && std::get<TextDraft>(name.draft).text.empty();
    if (!same.empty() && typing.part == NamePart::Family && (nothing_yet || !typing.kana.empty()))
        offer(same, true);
    for (const auto& word : ui.names()->candidates(typing.kana, typing.part)) offer(word, false);
    if (!choice.offers.empty()) choice.title = ui.words("name.kanji");
}

void add_forms(NameChoice& choice, const ItemDraft& name, Ui& ui) {
    const auto now = edited_of(std::get<TextDraft>(name.draft));
    const auto character = character_before(now);
    for (const auto& form : ui.names()->forms(character)) {
        if (!ui.can_draw_name(form)) continue;
        const auto after = replaced_before(now, character, form);
        choice.offers.push_back({form, false, {name.item, after.text, after.caret}});
    }
    choice.forms = true;
    if (choice.offers.size() < 2) choice.offers.clear();
    if (!choice.offers.empty()) choice.title = ui.words("name.forms", {{"c", character}});
}

// What the kana or the postal code just typed may become, as the writing worker found it.
NameChoice suggested(const Question& screen, const TextDraft& text, Ui& ui) {
    NameChoice choice{.title = ui.words("name.kanji"), .offers = {}};
    for (const auto& word : screen.suggestions.instead) {
        if (!ui.can_draw_name(word)) continue;
        const auto after = replaced_before(edited_of(text), screen.suggestions.from, word);
        choice.offers.push_back({word, false, {screen.suggestions.item, after.text, after.caret}});
        choice.wide = choice.wide || word.size() > kWideBytes;
    }
    return choice;
}

}  // namespace

NameChoice offers_of(const Model& model, const Question& screen, Ui& ui) {
    NameChoice choice;
    if (screen.focus < screen.drafts.size() && !screen.suggestions.instead.empty())
        if (const auto* text = std::get_if<TextDraft>(&screen.drafts[screen.focus].draft))
            return suggested(screen, *text, ui);
    const auto* name = name_draft(model, screen);
    if (name == nullptr || ui.names() == nullptr || screen.focus >= screen.drafts.size()) return choice;
    const auto& focus = screen.drafts[screen.focus];
    const auto* text = std::get_if<TextDraft>(&focus.draft);
    if (text == nullptr) return choice;
    const bool kana_item = type_of(model, focus.item) == forms::ItemType::Kana;
    add_kanji(choice, model, *name, focus, typing_of(edited_of(*text), kana_item), ui);
    if (choice.offers.empty() && focus.item == name->item) add_forms(choice, *name, ui);
    return choice;
}

namespace {

// One page of the offers in `columns` by `rows` tiles from the top left of `area`.
struct Offered {
    Rect area;
    std::size_t columns = 1;
    float height = 0;
    std::size_t from = 0, to = 0;
};

std::optional<Event> draw_offers(const NameChoice& choice, const Offered& page, Ui& ui) {
    std::optional<Event> happened;
    const float gap = grid(17);
    const auto columns = static_cast<float>(page.columns);
    const float w = (page.area.w - (columns - 1) * gap) / columns;
    const auto same = ui.words("name.same");
    const bool room = page.height > 18 && ui.width_of(same, {.fixed = true}) <= w - grid(12);
    for (auto i = page.from; i < page.to; ++i) {
        const auto place = i - page.from;
        const Rect rect{page.area.x + static_cast<float>(place % page.columns) * (w + gap),
                        page.area.y + static_cast<float>(place / page.columns) * (page.height + gap), w,
                        page.height};
        const auto& offer = choice.offers[i];
        const auto note = offer.same_as_applicant && room ? same : Rich{};
        if (ui.name_tile("name.offer." + std::to_string(i), offer.shown, note,
                         choice.forms ? grid(84) : grid(60), rect))
            happened = offer.then;
    }
    return happened;
}

// ほかの漢字 / ほかの形 (when there are more pages) and 字がちがう: what is not on the board is a clerk's to
// put in.
std::optional<Event> draw_ways_on(const NameChoice& choice, std::size_t here, std::size_t pages,
                                  const Rect& row, Ui& ui) {
    std::optional<Event> happened;
    const float gap = grid(17);
    const float half = pages > 1 ? (row.w - gap) / 2 : row.w;
    const ButtonLook more{ButtonKind::Step, "", "forward", Align::Centre, 0};
    if (pages > 1 && ui.button("name.more", ui.words(choice.forms ? "name.more_forms" : "name.more_kanji"),
                               {row.x, row.y, half, row.h}, more))
        happened = event::PageTurned{0, (here + 1) % pages};
    if (ui.button("name.staff", ui.words(choice.offers.empty() ? "name.staff" : "name.wrong"),
                  {row.right() - half, row.y, half, row.h}, {ButtonKind::Step, "", "", Align::Centre, 0}))
        happened = event::StaffButtonPressed{};
    return happened;
}

}  // namespace

std::optional<Event> draw_name_choice(const NameChoice& choice, int page, const Rect& area, Ui& ui) {
    const float gap = grid(17);
    const float foot = std::clamp(area.h / 5, 15.1F, grid(96));
    float y = area.y;
    if (!choice.title.empty()) {
        const TextStyle bold{.bold = true, .line = 1.2F, .fixed = true};
        const float h = ui.height_of(choice.title, bold, area.w);
        ui.text_in("name.title", choice.title, {area.x, y, area.w, h}, bold);
        y += h + grid(10);
    }
    const std::size_t columns = choice.forms ? 4 : choice.wide ? 1 : 2;
    const float h = grid(choice.forms ? 106 : 111);
    const auto rows =
        static_cast<std::size_t>(std::max(1.0F, (area.bottom() - foot - gap - y + gap) / (h + gap)));
    const auto capacity = rows * columns;
    const auto pages = std::max<std::size_t>(1, (choice.offers.size() + capacity - 1) / capacity);
    const auto here = static_cast<std::size_t>(std::max(0, page)) % pages;
    const auto from = here * capacity;
    auto happened = draw_offers(choice,
                                {{area.x, y, area.w, area.bottom() - foot - gap - y},
                                 columns,
                                 h,
                                 from,
                                 std::min(choice.offers.size(), from + capacity)},
                                ui);
    if (auto done = draw_ways_on(choice, here, pages, {area.x, area.bottom() - foot, area.w, foot}, ui))
        happened = done;
    return happened;
}

std::optional<Event> draw_name_strip(const NameChoice& choice, int page, const Rect& area, Ui& ui) {
    const float gap = grid(17);
    const float ways = std::min(area.w * 0.48F, grid(620));
    const float room = area.w - ways - gap;
    const auto columns =
        std::max<std::size_t>(1, static_cast<std::size_t>((room + gap) / (grid(choice.forms  ? 110
                                                                               : choice.wide ? 420
                                                                                             : 200) +
                                                                          gap)));
    const auto pages = std::max<std::size_t>(1, (choice.offers.size() + columns - 1) / columns);
    const auto here = static_cast<std::size_t>(std::max(0, page)) % pages;
    const auto from = here * columns;
    auto happened = draw_offers(choice,
                                {{area.x, area.y, room, area.h},
                                 columns,
                                 area.h,
                                 from,
                                 std::min(choice.offers.size(), from + columns)},
                                ui);
    if (auto done = draw_ways_on(choice, here, pages, {area.right() - ways, area.y, ways, area.h}, ui))
        happened = done;
    return happened;
}

}  // namespace kiosk
