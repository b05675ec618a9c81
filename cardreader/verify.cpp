#include "cardreader/verify.hpp"

#include <algorithm>

#include "cardreader/pin.hpp"

namespace cardreader {

namespace {

// A locked PIN is opened only at the municipal counter, with documents: below this nothing is sent.
constexpr int kTriesKept = 1;
constexpr std::size_t kHeaderBytes = 5;

Result<int> tries_from(const Response& reply, int full_tries) {
    const auto status = reply.status;
    if (!reply.data.empty()) return fail(too_much(reply.data));
    if (const auto left = counted_tries(status)) return *left;
    if (locked(status)) return 0;
    // 9000 = another program's right PIN still stands since power-on, and a right PIN has filled the counter.
    if (status == StatusWord::Ok) return full_tries;
    return fail(refusal(status));
}

}  // namespace

Result<Tries> ask_tries(Session& card, const SecretFile& secret) {
    const auto reference = short_pin(secret.file);
    const auto by_short_id = ask(card, command::ask_tries(reference));
    if (!by_short_id) return fail(by_short_id);
    if (!not_by_this_way(by_short_id->status)) {
        const auto left = tries_from(*by_short_id, secret.full_tries);
        if (!left) return fail(left);
        return Tries{
            .left = *left, .reference = reference, .naming = Naming::ByShortId, .said = by_short_id->status};
    }

    const auto selected = ask(card, command::select_file(secret.file));
    if (!selected) return fail(selected);
    if (selected->status != StatusWord::Ok) return fail(refusal(selected->status));
    return ask_selected_tries(card, secret.full_tries);
}

Result<Tries> ask_selected_tries(Session& card, int full_tries) {
    const auto reply = ask(card, command::ask_tries(kSelectedPin));
    if (!reply) return fail(reply);
    const auto left = tries_from(*reply, full_tries);
    if (!left) return fail(left);
    return Tries{
        .left = *left, .reference = kSelectedPin, .naming = Naming::BySelecting, .said = reply->status};
}

Result<void> verify(Session& card, const Tries& tries, ByteView digits) {
    const auto said = static_cast<std::uint16_t>(tries.said);
    if (tries.left == 0) return fail({.code = Errc::PinLocked, .detail = said});
    if (tries.left <= kTriesKept) return fail({.code = Errc::PinAtRisk, .tries_left = tries.left});

    SecretPage page;
    const auto command = page.bytes().first(kHeaderBytes + digits.size());
    const std::uint8_t header[kHeaderBytes]{0x00, 0x20, 0x00, tries.reference,
                                            static_cast<std::uint8_t>(digits.size())};
    std::ranges::copy(header, command.begin());
    std::ranges::copy(digits, command.begin() + kHeaderBytes);
    // Never through ask(): its second transmit would be a second try.
    const auto reply = card.transmit(command);

    if (!reply) return fail(reply);
    if (!reply->data.empty()) return fail(too_much(reply->data));
    if (reply->status == StatusWord::Ok) return {};
    const auto left = counted_tries(reply->status);
    if (locked(reply->status) || left == 0)
        return fail({.code = Errc::PinLocked, .detail = static_cast<std::uint16_t>(reply->status)});
    if (left) return fail({.code = Errc::WrongPin, .tries_left = *left});
    return fail(refusal(reply->status));
}

}  // namespace cardreader
