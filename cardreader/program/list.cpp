#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cardreader/pcsc/watch.hpp"
#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

std::string hex(ByteView bytes) {
    std::string text;
    for (const auto byte : bytes) text += fmt::format("{:02X}", byte);
    return text;
}

Words what_lies_on(const Reader& reader) {
    if (reader.exclusive) return {"ほかのプログラムが使用中", "held by another program"};
    if (reader.mute)
        return {"返事のないもの(向きをお確かめください)",
                "something that does not answer (check which way it lies)"};
    if (reader.card) return {"カードあり", "a card"};
    return {"カードなし", "no card"};
}

}  // namespace

int list(const Voice& voice) {
    const auto readers = list_readers();
    if (!readers) return report(readers.error(), voice);
    if (voice.json) {
        auto json = nlohmann::ordered_json::array();
        for (const auto& reader : *readers)
            json.push_back({{"name", reader.name},
                            {"card", reader.card},
                            {"exclusive", reader.exclusive},
                            {"mute", reader.mute},
                            {"atr", hex(reader.atr)}});
        fmt::print("{}\n", json.dump());
        return 0;
    }
    if (readers->empty()) return report({.code = Errc::NoReader}, voice);
    for (const auto& reader : *readers)
        fmt::print("{}\t{}\n", reader.name, what_lies_on(reader).in(voice.language));
    return 0;
}

}  // namespace cardreader::program
