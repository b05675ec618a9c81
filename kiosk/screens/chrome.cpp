#include "kiosk/screens/chrome.hpp"

#include <algorithm>
#include <array>

#include "kiosk/screens/pack_words.hpp"

namespace kiosk {
namespace {

constexpr float kBack = grid(268), kCall = grid(380), kRest = grid(140), kLater = grid(290),
                kPrimary = grid(480);
constexpr float kBeside = grid(364), kWideBeside = grid(440), kGap = grid(20), kOpposite = grid(56);

struct Utility {
    const char* id;
    const char* icon;
    float width;
};
constexpr std::array<Utility, 4> kUtilities{{{"language", "language", grid(320)},
                                             {"text_size", "text_size", grid(340)},
                                             {"ruby", "ruby", grid(240)},
                                             {"voice", "voice", grid(190)}}};

Event utility_event(std::size_t which) {
    switch (which) {
        case 0:
            return event::LanguagePanelOpened{};
        case 1:
            return event::TextSizePanelOpened{};
        case 2:
            return event::RubyToggled{};
        default:
            return event::VoiceToggled{};
    }
}

std::optional<Event> draw_utilities(const Model& model, Ui& ui) {
    const auto bar = ui.top_bar();
    constexpr float kApartHere = grid(17);
    float natural = 0;
    for (const auto& utility : kUtilities) natural += utility.width;
    const float squeeze = std::min(1.0F, (bar.w - kBack - grid(30) - 3 * kApartHere) / natural);
    float x = bar.right() - natural * squeeze - 3 * kApartHere;
    std::optional<Event> happened;
    for (std::size_t i = 0; i < kUtilities.size(); ++i) {
        const auto& utility = kUtilities[i];
        const Rect rect{x, bar.y, utility.width * squeeze, bar.h};
        if (i > 0) ui.canvas().fill(Rect{x - grid(10), bar.y + grid(32), grid(2), grid(44)}, Paint::Hairline);
        const bool on = (i == 2 && model.preferences.ruby) || (i == 3 && model.preferences.voice);
        const bool silent = i == 3 && !model.setup.has_voice;
        auto label = ui.words(std::string("bar.") + utility.id + (on ? ".on" : silent ? ".none" : ""));
        if (i == 0 && !unreviewed_notice(model).empty()) label = joined(label, as_is("\n要確認"));
        const auto align = i + 1 == kUtilities.size() ? Align::Right : Align::Centre;
        if (ui.button(utility.id, label, rect, {ButtonKind::Utility, utility.icon, "", align, 0}))
            happened = utility_event(i);
        x += utility.width * squeeze + kApartHere;
    }
    return happened;
}

std::optional<Event> draw_top(const Model& model, const Chrome& chrome, Ui& ui) {
    const auto bar = ui.top_bar();
    std::optional<Event> happened;
    if (chrome.left == Chrome::Left::Back &&
        ui.button("back", ui.words("bar.back"), {bar.x, bar.y, kBack, bar.h},
                  {ButtonKind::Quiet, "back", "", Align::Centre, 0}))
        happened = chrome.back;
    if (chrome.left == Chrome::Left::City && model.setup.pack != nullptr) {
        const Rich city{{model.setup.pack->city, {}, true}};
        const float room =
            bar.w - grid(1141) * std::min(1.0F, (bar.w - kBack - grid(30)) / grid(1141)) - grid(20);
        const TextStyle bold{.mm = type::kTile, .bold = true, .line = 1.25F, .fixed = true};
        const float w = std::min(room, ui.width_of(city, bold));
        ui.text_in("city", city, {bar.x, bar.y, w + 1, bar.h}, bold);
        const Rich office = as_is(model.setup.pack->office);
        const TextStyle quiet{.line = 1.25F, .paint = Paint::Second, .fixed = true};
        const float rest = room - w - grid(20);
        if (ui.width_of(office, quiet) <= rest)
            ui.text_in("office", office, {bar.x + w + grid(20), bar.y, rest, bar.h}, quiet);
    }
    if (auto used = draw_utilities(model, ui)) happened = used;
    return happened;
}

// On a panel narrower than the reference every button of the bar gives way by the same share on every screen;
// what is between them does not.
constexpr float kLeastRest = 19.5F;  // mm: a short word at the floor of sizes
constexpr float kBetween = 2 * kGap + kGap, kApart = std::max(kOpposite, 10.0F);
float squeeze_of(const Rect& bar) {
    constexpr float kAll = kCall + kRest + kLater + kBeside + kPrimary;
    return std::min(1.0F, (bar.w - kBetween - kApart) / kAll);
}

std::optional<Event> put(const BarButton& act, const Rect& rect, Ui& ui) {
    if (!ui.button(act.id, act.label, rect, {act.kind, "", act.icon_after, Align::Centre, 0}))
        return std::nullopt;
    return act.event;
}

}  // namespace

std::optional<Event> draw_bottom_bar(const Chrome& chrome, Ui& ui) {
    const auto bar = ui.bottom_bar();
    const float s = squeeze_of(bar);
    const float top = ui.content().bottom();
    ui.canvas().fill(Rect{0, top, ui.width(), ui.height() - top}, Paint::Ground);
    ui.rule(0, top, ui.width(), Paint::Hairline);
    std::optional<Event> happened;
    if (ui.button("staff", ui.words("bar.staff"), {bar.x, bar.y, kCall * s, bar.h},
                  {ButtonKind::Call, "staff", "", Align::Centre, 0}))
        happened = event::StaffButtonPressed{};
    if (chrome.pause) {
        const float rest = std::max(kRest * s, kLeastRest);
        float x = bar.x + kCall * s + kGap;
        if (ui.button("rest", ui.words("bar.rest"), {x, bar.y, rest, bar.h},
                      {ButtonKind::Link, "", "", Align::Centre, 0}))
            happened = event::RestPressed{};
        x += rest + kGap;
        if (ui.button("stop", ui.words("bar.stop"), {x, bar.y, (kRest + kLater) * s - rest, bar.h},
                      {ButtonKind::Link, "", "", Align::Centre, 0}))
            happened = event::StopPressed{};
    }
    const float primary = bar.right() - kPrimary * s;
    if (chrome.primary)
        if (auto done = put(*chrome.primary, {primary, bar.y, kPrimary * s, bar.h}, ui)) happened = done;
    if (chrome.beside) {
        const float w = (chrome.pause ? kBeside : kWideBeside) * s;
        const float x = primary - kApart - w;
        if (auto done = put(*chrome.beside, {x, bar.y, w, bar.h}, ui)) happened = done;
    } else if (!chrome.middle.empty()) {
        const float left = bar.x + kCall * s + grid(20);
        const float right = chrome.primary ? primary - grid(20) : bar.right();
        ui.text_in("privacy", chrome.middle, {left, bar.y, right - left, bar.h},
                   {.line = 1.3F, .paint = Paint::Second, .align = Align::Centre});
    }
    return happened;
}

float foot_margin(const Ui& ui) {
    return ui.height() < 150 ? grid(13) : grid(34);
}

BarButton next_button(const Ui& ui, Event event) {
    return {"next", ui.words("bar.next"), std::move(event), ButtonKind::Primary, "forward"};
}

std::optional<Event> draw_chrome(const Model& model, const Chrome& chrome, Ui& ui) {
    auto top = draw_top(model, chrome, ui);
    auto bottom = draw_bottom_bar(chrome, ui);
    return top ? top : bottom;
}

}  // namespace kiosk
