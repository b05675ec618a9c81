#include "cardreader/apdu.hpp"

#include <openssl/crypto.h>

#include <utility>

#include "cardreader/tlv.hpp"

namespace cardreader {

namespace command {

Bytes select_application(ByteView aid) {
    Bytes bytes{0x00, 0xA4, 0x04, 0x0C, static_cast<std::uint8_t>(aid.size())};
    bytes.insert(bytes.end(), aid.begin(), aid.end());
    return bytes;
}

Bytes select_file(FileId file) {
    const auto id = static_cast<std::uint16_t>(file);
    return {0x00,
            0xA4,
            0x02,
            0x0C,
            0x02,
            static_cast<std::uint8_t>(id >> 8),
            static_cast<std::uint8_t>(id & 0xFF)};
}

Bytes ask_tries(std::uint8_t reference) {
    return {0x00, 0x20, 0x00, reference};
}

Bytes read_binary(std::size_t offset) {
    return {0x00, 0xB0, static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset & 0xFF),
            0x00};
}

Bytes read_binary_short(FileId file) {
    return {0x00, 0xB0, static_cast<std::uint8_t>(0x80 | static_cast<std::uint16_t>(file)), 0x00, 0x00};
}

}  // namespace command

namespace {

// Bit 8 of P1 would turn an offset into a short file id (ISO/IEC 7816-4, 7.2.2).
constexpr std::size_t kLastOffset = 0x7FFF;
constexpr int kMostContinuations = 130;
constexpr std::size_t kMostPerFile = 4096;

constexpr std::uint16_t word(StatusWord status) {
    return static_cast<std::uint16_t>(status);
}
constexpr std::uint8_t high(StatusWord status) {
    return static_cast<std::uint8_t>(word(status) >> 8);
}
constexpr std::uint8_t low(StatusWord status) {
    return static_cast<std::uint8_t>(word(status) & 0xFF);
}

constexpr StatusWord kCardFault{0x6F00};
constexpr StatusWord kAccessRefused{0x6982};
constexpr StatusWord kNoSuchClass{0x6E00};
constexpr StatusWord kEndOfFile{0x6282};
constexpr StatusWord kPastTheEnd{0x6B00};

bool carries_data(StatusWord status) {
    return status == StatusWord::Ok || status == kEndOfFile;
}

// Moves the data on: what a person's card said is to exist once, so that it can be wiped once.
Result<Bytes> data_of(Result<Response> reply) {
    if (!reply) return fail(reply);
    if (reply->status == kPastTheEnd) return fail({.code = Errc::Truncated, .detail = word(reply->status)});
    if (!carries_data(reply->status)) return fail(refusal(reply->status));
    if (reply->data.empty()) return fail({.code = Errc::Truncated, .detail = word(reply->status)});
    if (reply->data.size() > kMostPerRead) return fail(too_much(reply->data));
    return std::move(reply->data);
}

void append_and_wipe(Bytes& to, Bytes more) {
    to.insert(to.end(), more.begin(), more.end());
    OPENSSL_cleanse(more.data(), more.size());
}

Result<Bytes> first_part(Session& card, FileId file, Naming naming) {
    if (naming == Naming::ByShortId) {
        auto reply = ask(card, command::read_binary_short(file));
        if (!reply || !not_by_this_way(reply->status)) return data_of(std::move(reply));
    }
    const auto selected = ask(card, command::select_file(file));
    if (!selected) return fail(selected);
    if (selected->status != StatusWord::Ok) return fail(refusal(selected->status));
    return data_of(ask(card, command::read_binary(0)));
}

}  // namespace

std::uint8_t short_pin(FileId file) noexcept {
    return static_cast<std::uint8_t>(0x80 | static_cast<std::uint16_t>(file));
}

std::optional<int> counted_tries(StatusWord status) noexcept {
    if ((word(status) & 0xFFF0) != 0x63C0) return std::nullopt;
    return word(status) & 0x0F;
}

bool locked(StatusWord status) noexcept {
    return status == StatusWord{0x6984} || status == StatusWord{0x6983};
}

bool not_by_this_way(StatusWord status) noexcept {
    for (const int refused : {0x6A82, 0x6A86, 0x6A81, 0x6D00, 0x6B00, 0x6700, 0x6986})
        if (word(status) == refused) return true;
    return false;
}

Error refusal(StatusWord status) noexcept {
    if (status == kCardFault) return {.code = Errc::CardFault, .detail = word(status)};
    if (status == kAccessRefused) return {.code = Errc::AccessRefused, .detail = word(status)};
    return {.code = Errc::BadResponse, .detail = word(status)};
}

Error too_much(const Bytes& data) noexcept {
    return {.code = Errc::BadResponse, .detail = static_cast<std::uint32_t>(data.size())};
}

Result<Response> ask(Session& card, ByteView command) {
    auto reply = card.transmit(command);
    // Only where nothing but Le follows the header: a command with data may be a VERIFY, and that is never
    // sent twice.
    constexpr std::size_t kHeaderAndLe = 5;
    if (reply && high(reply->status) == 0x6C && command.size() == kHeaderAndLe) {
        Bytes again(command.begin(), command.end());
        again.back() = low(reply->status);
        reply = card.transmit(again);
    }
    // Bounded, so that a card which always promises more cannot hold us.
    for (int turn = 0; reply && high(reply->status) == 0x61; ++turn) {
        if (turn == kMostContinuations)
            return fail({.code = Errc::BadResponse, .detail = word(reply->status)});
        const Bytes get_response{0x00, 0xC0, 0x00, 0x00, low(reply->status)};
        auto more = card.transmit(get_response);
        if (!more) return more;
        reply->data.insert(reply->data.end(), more->data.begin(), more->data.end());
        reply->status = more->status;
    }
    return reply;
}

Result<void> open_application(Session& card, ByteView aid) {
    const auto select = command::select_application(aid);
    auto reply = ask(card, select);
    if (reply && reply->status == kCardFault) reply = ask(card, select);
    if (!reply) return fail(reply);
    if (reply->status == StatusWord::Ok) return {};
    if (not_by_this_way(reply->status) || reply->status == kNoSuchClass)
        return fail({.code = Errc::UnknownCard, .detail = word(reply->status)});
    return fail(refusal(reply->status));
}

Result<Bytes> read_object(Session& card, FileId file, Naming naming) {
    auto bytes = first_part(card, file, naming);
    if (!bytes) return bytes;
    const auto header = tlv_header(*bytes);
    if (!header) return fail(header);
    if (header->total() > kLastOffset) return fail({.code = Errc::BadResponse});

    while (bytes->size() < header->total()) {
        auto more = data_of(ask(card, command::read_binary(bytes->size())));
        if (!more) return fail(more);
        append_and_wipe(*bytes, *std::move(more));
    }
    bytes->resize(header->total());
    return bytes;
}

Result<Bytes> read_file(Session& card, FileId file, Naming naming) {
    auto bytes = first_part(card, file, naming);
    if (!bytes) return bytes;
    // A full answer may have more behind it; a shorter one was the last.
    for (auto last = bytes->size(); last == kMostPerRead && bytes->size() < kMostPerFile;) {
        auto more = ask(card, command::read_binary(bytes->size()));
        if (more && more->status == kPastTheEnd) break;
        auto data = data_of(std::move(more));
        if (!data) return fail(data);
        last = data->size();
        append_and_wipe(*bytes, *std::move(data));
    }
    return bytes;
}

}  // namespace cardreader
