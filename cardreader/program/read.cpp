#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cardreader/pin.hpp"
#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

// Straight from the descriptor into a locked page: a stream's buffer would keep the digits.
std::string_view line_from_stdin(SecretPage& page) {
    const auto room = page.bytes();
    std::size_t size = 0;
    while (size < room.size()) {
        const auto got = ::read(STDIN_FILENO, room.data() + size, 1);
        if (got <= 0 || room[size] == '\n') break;
        ++size;
    }
    if (size > 0 && room[size - 1] == '\r') --size;
    const void* const untyped = room.data();
    return {static_cast<const char*>(untyped), size};
}

std::string_view name_of(Item item) {
    switch (item) {
        case Item::Name:
            return "name";
        case Item::Address:
            return "address";
        case Item::BirthDate:
            return "birth_date";
        case Item::Sex:
            return "sex";
    }
    return "";
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::NotChecked:
            return "not_checked";
        case Verdict::Verified:
            return "verified";
        case Verdict::Failed:
            return "failed";
    }
    return "";
}

std::string_view name_of(CheckStep step) {
    switch (step) {
        case CheckStep::None:
            return "";
        case CheckStep::Anchor:
            return "anchor";
        case CheckStep::Certificate:
            return "certificate";
        case CheckStep::Signature:
            return "signature";
        case CheckStep::Items:
            return "items";
        case CheckStep::CardKey:
            return "card_key";
    }
    return "";
}

nlohmann::ordered_json as_json(const FourItems& items) {
    auto doubts = nlohmann::ordered_json::array();
    for (const auto& doubt : items.needs_eyes) {
        nlohmann::ordered_json one{{"item", name_of(doubt.item)}};
        if (doubt.character != 0) {
            one["position"] = doubt.position;
            one["character"] = fmt::format("U+{:04X}", static_cast<std::uint32_t>(doubt.character));
        }
        doubts.push_back(std::move(one));
    }
    nlohmann::ordered_json json{{"name", items.name},
                                {"address", items.address},
                                {"birth_date", items.birth_date},
                                {"sex", std::string(1, items.sex)},
                                {"authenticity", name_of(items.authenticity.verdict)},
                                {"needs_eyes", std::move(doubts)}};
    if (items.authenticity.verdict == Verdict::Failed)
        json["failed_at"] = name_of(items.authenticity.failed_at);
    return json;
}

int wrong_digits(Words words, const Voice& voice) {
    fmt::print(stderr, "{}\n", words.in(voice.language));
    return 2;
}

template <class Digits>
int read_with(const Digits& digits, const ReadOrder& order, const Voice& voice) {
    TrustAnchors anchors;
    if (order.anchors) {
        auto loaded = load_trust_anchors(*order.anchors);
        if (!loaded) {
            fmt::print(stderr, "{}: {}\n", loaded.error().file.string(), loaded.error().message);
            return 2;
        }
        anchors = *std::move(loaded);
    }
    auto items = with_card<FourItems>(order.desk, [&](Session& card) {
        std::optional<Traced> traced;
        return read_four_items(heard(card, voice, traced), digits, anchors);
    });
    if (!items) return report(items.error(), voice);
    fmt::print("{}\n", as_json(*items).dump());
    wipe(*items);
    return 0;
}

}  // namespace

int read(const ReadOrder& order, const Voice& voice) {
    SecretPage page;
    const auto typed = line_from_stdin(page);
    if (order.entry == Entry::ByNumberB) {
        const auto number_b = NumberB::from_digits(typed);
        page.wipe();
        if (number_b) return read_with(*number_b, order, voice);
        return wrong_digits({"照合番号Bは14桁の数字です。カードには送っていません。",
                             "照合番号B is 14 digits. Nothing was sent to the card."},
                            voice);
    }
    const auto pin = Pin::from_digits(typed);
    page.wipe();
    if (pin) return read_with(*pin, order, voice);
    return wrong_digits({"暗証番号は4桁の数字です。カードには送っていません。",
                         "The PIN is 4 digits. Nothing was sent to the card."},
                        voice);
}

}  // namespace cardreader::program
