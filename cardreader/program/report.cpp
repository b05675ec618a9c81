#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cardreader/program/commands.hpp"

namespace cardreader::program {

Session& heard(Session& card, const Voice& voice, std::optional<Traced>& traced) {
    if (!voice.trace) return card;
    return traced.emplace(card, [](std::string_view line) { fmt::print(stderr, "{}\n", line); });
}

int report(const Error& error, const Voice& voice) {
    nlohmann::ordered_json json{{"error", name(error.code)}};
    if (error.code == Errc::WrongPin || error.code == Errc::PinAtRisk) json["tries_left"] = error.tries_left;
    if (error.code == Errc::PinLocked) json["tries_left"] = 0;
    if (error.code == Errc::UnknownCard) json["card"] = name(error.card);
    if (error.detail != 0) json["detail"] = fmt::format("{:04X}", error.detail);
    fmt::print("{}\n", json.dump());
    if (!voice.json) fmt::print(stderr, "{}\n", sentence(error, voice.language));
    return exit_code(error.code);
}

}  // namespace cardreader::program
