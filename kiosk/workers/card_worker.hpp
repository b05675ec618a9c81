#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>

#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/my_number/read.hpp"
#include "kiosk/model/command.hpp"
#include "kiosk/model/event.hpp"
#include "kiosk/workers/mailbox.hpp"

namespace kiosk {

using CardSecret = std::variant<cardreader::Pin, cardreader::NumberB>;
using PresenceHeard = std::function<void(const cardreader::Result<event::Presence>&)>;

/// What the worker needs of a card reader; each may block. Tests give their own, the kiosk gives
/// real_card_desk().
struct CardDesk {
    /// Reports what lies on the reader now and at each change; returns soon after `stop` is requested.
    std::function<void(const std::stop_token& stop, const PresenceHeard& heard)> watch;
    std::function<cardreader::Result<int>(cardreader::Entry entry)> tries_left;
    std::function<cardreader::Result<cardreader::FourItems>(const CardSecret& secret)> read;
};

/// Over PC/SC; `reader` names one reader, otherwise any counts. With anchors the card's signature is checked.
[[nodiscard]] CardDesk real_card_desk(const std::optional<std::string>& reader,
                                      const cardreader::TrustAnchors& anchors);

/// Owns the card conversation. Everything it learns comes back to the UI thread as an Event of the visit that
/// asked.
class CardWorker {
public:
    using Request =
        std::variant<command::WatchCard, command::UnwatchCard, command::ReadTries, command::ReadCard>;

    CardWorker(CardDesk desk, Mailbox<Event>& to_ui);

    void post(Request request) { requests_.post(std::move(request)); }

private:
    void run(const std::stop_token& stop);
    void handle(const command::WatchCard& request);
    void handle(const command::UnwatchCard& request);
    void handle(const command::ReadTries& request);
    void handle(const command::ReadCard& request);

    CardDesk desk_;
    Mailbox<Event>& to_ui_;
    Mailbox<Request> requests_;
    std::jthread watching_;  // one per watched visit; touched by the talking thread only
    std::jthread talking_;   // last member: joins before anything it uses is destroyed
};

}  // namespace kiosk
