#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cardreader/identify.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

std::string hex(ByteView bytes) {
    std::string text;
    for (const auto byte : bytes) text += fmt::format("{:02X}", byte);
    return text;
}

Words words(CardKind kind) {
    switch (kind) {
        case CardKind::MyNumber:
            return {"マイナンバーカード", "a My Number card"};
        case CardKind::Phone:
            return {"スマートフォン", "a smartphone"};
        case CardKind::DriversLicence:
            return {"運転免許証", "a driver's licence"};
        case CardKind::MyNumberLicence:
            return {"マイナ免許証", "a My Number licence"};
        case CardKind::ResidenceCard:
            return {"在留カードまたは特別永住者証明書", "a residence card"};
        case CardKind::Unknown:
            break;
    }
    return {"ほかのカード", "another card"};
}

/// A reader and, where a card let itself be asked, what it is.
struct Found {
    Reader reader;
    std::optional<CardKind> kind;
};

Words what_lies_on(const Found& found) {
    if (found.kind) return words(*found.kind);
    if (found.reader.exclusive) return {"ほかのプログラムが使用中", "held by another program"};
    if (found.reader.mute)
        return {"返事のないもの(向きをお確かめください)",
                "something that does not answer (check which way it lies)"};
    if (found.reader.card) return {"読めないカード", "a card that cannot be read"};
    return {"カードなし", "no card"};
}

Found look_at(const Reader& reader) {
    if (!reader.card || reader.exclusive || reader.mute) return {.reader = reader, .kind = {}};
    const auto kind = with_card<CardKind>({.reader = reader.name}, identify);
    return {.reader = reader, .kind = kind ? std::optional(*kind) : std::nullopt};
}

nlohmann::ordered_json as_json(const Found& found) {
    nlohmann::ordered_json json{{"name", found.reader.name},
                                {"card", found.reader.card},
                                {"exclusive", found.reader.exclusive},
                                {"mute", found.reader.mute},
                                {"atr", hex(found.reader.atr)}};
    if (found.kind) json["kind"] = name(*found.kind);
    return json;
}

}  // namespace

int list(const Voice& voice) {
    const auto readers = list_readers();
    if (!readers) return report(readers.error(), voice);
    std::vector<Found> all;
    for (const auto& reader : *readers) all.push_back(look_at(reader));
    if (voice.json) {
        auto json = nlohmann::ordered_json::array();
        for (const auto& found : all) json.push_back(as_json(found));
        fmt::print("{}\n", json.dump());
        return 0;
    }
    if (all.empty()) return report({.code = Errc::NoReader}, voice);
    for (const auto& found : all)
        fmt::print("{}\t{}\n", found.reader.name, what_lies_on(found).in(voice.language));
    return 0;
}

}  // namespace cardreader::program
