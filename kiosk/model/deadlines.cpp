#include "kiosk/model/deadlines.hpp"

#include "kiosk/model/overloaded.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk {

namespace {

/// When an untouched screen is asked about, or closes by itself; empty for screens that wait for something
/// else.
std::optional<Moment> screen_deadline(const Model& model) {
    const auto untouched = [&](Moment at_most) {
        return std::optional(model.touched + at_most * steps::patience(model));
    };
    return std::visit(
        Overloaded{
            [&](const Start&) -> std::optional<Moment> {
                if (model.preferences == Preferences{}) return std::nullopt;
                return model.touched + kStartResets;
            },
            [](const Reading& reading) { return std::optional(reading.since + kReadingAtMost); },
            [](const Submitting&) -> std::optional<Moment> { return std::nullopt; },
            [](const Printing&) -> std::optional<Moment> { return std::nullopt; },
            [&](const Finish&) { return untouched(kGoodbye); },
            [&](const Trouble& trouble) -> std::optional<Moment> {
                if (trouble.kind == TroubleKind::PackBroken) return std::nullopt;
                return untouched(kWarnAfter);
            },
            [&](const auto&) { return untouched(kWarnAfter); },
        },
        model.screen);
}

}  // namespace

std::optional<Moment> next_deadline(const Model& model) {
    if (const auto* time_out = std::get_if<TimeOut>(&model.overlay)) return time_out->closes_at;
    if (const auto* resting = std::get_if<Resting>(&model.overlay)) {
        const bool shown = !resting->noted && !resting->number.empty();
        return resting->since + (shown ? kNumberShown * steps::patience(model) : kRestAtMost);
    }
    return screen_deadline(model);
}

namespace steps {

Commands deadline_passed(Model& model, Moment now) {
    const auto deadline = next_deadline(model);
    if (!deadline || now < *deadline) return {};
    if (auto* resting = std::get_if<Resting>(&model.overlay); resting && now < resting->since + kRestAtMost) {
        resting->noted = true;
        return {};
    }
    const bool warned = std::holds_alternative<TimeOut>(model.overlay);
    if (warned || std::holds_alternative<Resting>(model.overlay)) {
        auto wanted = commands(command::CallStaff{model.visit.id, command::CallReason::TimedOut});
        for (auto& more : forget(model, now)) wanted.push_back(std::move(more));
        return wanted;
    }
    if (std::holds_alternative<Reading>(model.screen)) return reading_took_too_long(model);
    if (std::holds_alternative<Start>(model.screen) || std::holds_alternative<Finish>(model.screen))
        return forget(model, now);
    model.overlay = TimeOut{.since = now, .closes_at = now + kReactWithin * patience(model)};
    return {};
}

}  // namespace steps

}  // namespace kiosk
