#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

struct BothTries {
    int pin = 0;
    int number_b = 0;
};

Result<BothTries> both(Session& card) {
    const auto pin = tries_left(card, Entry::ByPin);
    if (!pin) return fail(pin);
    const auto number_b = tries_left(card, Entry::ByNumberB);
    if (!number_b) return fail(number_b);
    return BothTries{.pin = *pin, .number_b = *number_b};
}

}  // namespace

int tries(const Desk& desk, const Voice& voice) {
    const auto left = with_card<BothTries>(desk, [&](Session& card) {
        std::optional<Traced> traced;
        return both(heard(card, voice, traced));
    });
    if (!left) return report(left.error(), voice);
    if (voice.json) {
        fmt::print("{}\n", nlohmann::ordered_json{{"pin", left->pin}, {"number_b", left->number_b}}.dump());
        return 0;
    }
    const auto words =
        Words{"暗証番号: あと{}回\n照合番号B: あと{}回\n", "PIN: {} left\n照合番号B: {} left\n"}.in(
            voice.language);
    fmt::print(fmt::runtime(words), left->pin, left->number_b);
    return 0;
}

}  // namespace cardreader::program
