#include "kiosk/screens/chrome.hpp"
#include "kiosk/screens/screens.hpp"

namespace kiosk {
namespace {

std::string name_of(TroubleKind kind) {
    switch (kind) {
        case TroubleKind::StoreFull:
            return "trouble.store_full";
        case TroubleKind::StoreUnavailable:
            return "trouble.store";
        case TroubleKind::SheetsFailed:
            return "trouble.sheets";
        case TroubleKind::PackBroken:
            return "trouble.pack";
    }
    return "trouble.store";
}

}  // namespace

std::optional<Event> draw_trouble(const Model& model, const Trouble& screen, Ui& ui) {
    const bool visitor = screen.kind != TroubleKind::PackBroken;
    Chrome chrome{.left = visitor ? Chrome::Left::Back : Chrome::Left::Nothing, .pause = visitor};
    chrome.primary =
        BarButton{"retry", ui.words("trouble.retry"), event::RetryPressed{}, ButtonKind::Primary, ""};
    auto happened = draw_chrome(model, chrome, ui);
    const auto name = name_of(screen.kind);
    const auto area = ui.content();
    const float top = ui.head({.step = ui.words("trouble.section"),
                               .title = ui.words(name),
                               .lead = ui.words(name + ".lead")}) +
                      grid(40);
    ui.note("trouble.note", ui.words(visitor ? "trouble.kept" : "trouble.staff"), {area.x, top, area.w, 0});
    return happened;
}

}  // namespace kiosk
