#include "kiosk/model/deadlines.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk::steps {

namespace {

/// The resting screen while it asks for the number.
Resting* asking(Model& model) {
    auto* resting = std::get_if<Resting>(&model.overlay);
    return resting && resting->noted ? resting : nullptr;
}

/// Papers on their way have the number of their reception already.
std::string number_of(const Model& model) {
    if (const auto* printing = std::get_if<Printing>(&model.screen)) return printing->receipt.number;
    if (const auto* finish = std::get_if<Finish>(&model.screen)) return finish->receipt.number;
    return model.visit.number;
}

}  // namespace

Commands rest(Model& model, Moment now) {
    if (std::holds_alternative<Start>(model.screen)) return {};
    model.overlay = Resting{.since = now, .number = number_of(model)};
    if (!std::get<Resting>(model.overlay).number.empty()) return {};
    return commands(command::ReserveNumber{model.visit.id});
}

void number_reserved(Model& model, const event::NumberReserved& reserved) {
    if (reserved.number.size() < Resting::kDigits) return;
    model.visit.number = reserved.number;
    if (auto* resting = std::get_if<Resting>(&model.overlay)) resting->number = reserved.number;
}

void rest_number_noted(Model& model) {
    auto* resting = std::get_if<Resting>(&model.overlay);
    if (resting && !resting->number.empty()) resting->noted = true;
}

Commands rest_over(Model& model) {
    auto* resting = std::get_if<Resting>(&model.overlay);
    if (!resting) return {};
    const bool typed = resting->typed.size() == Resting::kDigits;
    if (!resting->noted || (typed && resting->number.ends_with(resting->typed))) {
        model.overlay = {};
        return {};
    }
    if (!typed) return {};
    resting->typed.clear();
    if (++resting->wrong % kWrongNumbers != 0) return {};
    return commands(command::CallStaff{model.visit.id, command::CallReason::Asked});
}

bool rest_digit(Model& model, char digit) {
    if (auto* resting = asking(model); resting && resting->typed.size() < Resting::kDigits)
        resting->typed.push_back(digit);
    return std::holds_alternative<Resting>(model.overlay);
}

bool rest_erased(Model& model, bool all) {
    if (auto* resting = asking(model); resting && !resting->typed.empty())
        resting->typed.resize(all ? 0 : resting->typed.size() - 1);
    return std::holds_alternative<Resting>(model.overlay);
}

bool allowed_at_rest(const Event& event) {
    using namespace event;
    return std::visit(
        []<class E>(const E&) {
            return std::is_same_v<E, Touched> || std::is_same_v<E, StaffButtonPressed> ||
                   std::is_same_v<E, RestNumberNoted> || std::is_same_v<E, ContinuePressed> ||
                   std::is_same_v<E, DigitPressed> || std::is_same_v<E, DigitErased> ||
                   std::is_same_v<E, DigitsCleared>;
        },
        event);
}

}  // namespace kiosk::steps
