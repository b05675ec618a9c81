#include "cardreader/pcsc/desk.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "kiosk/workers/card_worker.hpp"

namespace kiosk {

namespace {

cardreader::Result<event::Presence> told(cardreader::Presence presence) {
    switch (presence) {
        case cardreader::Presence::NoService:
            return cardreader::fail({.code = cardreader::Errc::NoService});
        case cardreader::Presence::NotPermitted:
            return cardreader::fail({.code = cardreader::Errc::NotPermitted});
        case cardreader::Presence::NoReader:
            return cardreader::fail({.code = cardreader::Errc::NoReader});
        case cardreader::Presence::NoCard:
            return event::Presence::Absent;
        case cardreader::Presence::Card:
            return event::Presence::Present;
    }
    return cardreader::fail({.code = cardreader::Errc::NoService});
}

}  // namespace

CardDesk real_card_desk(const std::optional<std::string>& reader, const cardreader::TrustAnchors& anchors) {
    const cardreader::Desk desk{.reader = reader};
    return {
        .watch =
            [reader](const std::stop_token& stop, const PresenceHeard& heard) {
                cardreader::Watch watch(reader);
                heard(told(watch.now().presence));
                while (const auto sight = watch.next(stop)) heard(told(sight->presence));
            },
        .tries_left =
            [desk](cardreader::Entry entry) {
                return cardreader::with_card<int>(
                    desk, [&](cardreader::Session& card) { return cardreader::tries_left(card, entry); });
            },
        .read =
            [desk, anchors](const CardSecret& secret) {
                return cardreader::with_card<cardreader::FourItems>(desk, [&](cardreader::Session& card) {
                    return std::visit(
                        [&](const auto& digits) {
                            return cardreader::read_four_items(card, digits, anchors);
                        },
                        secret);
                });
            },
    };
}

}  // namespace kiosk
