#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cardreader/identity_source.hpp"
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
    nlohmann::ordered_json json{
        {"source", name(items.source)},     {"name", items.name},
        {"address", items.address},         {"birth_date", items.birth_date},
        {"sex", std::string(1, items.sex)}, {"authenticity", name_of(items.authenticity.verdict)},
        {"needs_eyes", std::move(doubts)}};
    if (items.authenticity.verdict == Verdict::Failed)
        json["failed_at"] = name_of(items.authenticity.failed_at);
    if (items.authenticity.verdict == Verdict::Verified) {
        json["own_key"] = items.authenticity.own_key;
        json["test_issuer"] = items.authenticity.test_issuer;
    }
    return json;
}

constexpr Words kPinWords{"暗証番号は4桁の数字です。カードには送っていません。",
                          "The PIN is 4 digits. Nothing was sent to the card."};
constexpr Words kNumberBWords{"照合番号Bは14桁の数字です。カードには送っていません。",
                              "照合番号B is 14 digits. Nothing was sent to the card."};

int wrong_digits(Words words, const Voice& voice) {
    fmt::print(stderr, "{}\n", words.in(voice.language));
    return 2;
}

int read_with(const IdentitySource& source, const Desk& desk, const Voice& voice) {
    auto items = with_card<FourItems>(desk, [&](Session& card) {
        std::optional<Traced> traced;
        return source.read(heard(card, voice, traced));
    });
    if (!items) return report(items.error(), voice);
    fmt::print("{}\n", as_json(*items).dump());
    wipe(*items);
    return 0;
}

// Straight from the page into the secret's own: no copy stays behind.
template <class Digits>
std::optional<Digits> typed_digits() {
    SecretPage page;
    auto digits = Digits::from_digits(line_from_stdin(page));
    return digits;
}

int read_licence(const ReadOrder& order, const Voice& voice) {
    if (order.entry == Entry::ByNumberB) return wrong_digits(kPinWords, voice);
    auto pin = typed_digits<Pin>();
    if (!pin) return wrong_digits(kPinWords, voice);
    return read_with(DriversLicence(*std::move(pin)), order.desk, voice);
}

int read_my_number_card(const ReadOrder& order, TrustAnchors anchors, const Voice& voice) {
    if (order.entry == Entry::ByNumberB) {
        auto number_b = typed_digits<NumberB>();
        if (!number_b) return wrong_digits(kNumberBWords, voice);
        return read_with(MyNumberCard(*std::move(number_b), std::move(anchors), order.challenge), order.desk,
                         voice);
    }
    auto pin = typed_digits<Pin>();
    if (!pin) return wrong_digits(kPinWords, voice);
    return read_with(MyNumberCard(*std::move(pin), std::move(anchors), order.challenge), order.desk, voice);
}

}  // namespace

int read(const ReadOrder& order, const Voice& voice) {
    if (order.licence) return read_licence(order, voice);
    if (!order.anchors) return read_my_number_card(order, {}, voice);
    auto anchors = load_trust_anchors(*order.anchors);
    if (anchors) return read_my_number_card(order, *std::move(anchors), voice);
    fmt::print(stderr, "{}: {}\n", anchors.error().file.string(),
               voice.language == Language::English ? anchors.error().en : anchors.error().ja);
    return 2;
}

}  // namespace cardreader::program
