#pragma once

#include <filesystem>
#include <stop_token>
#include <thread>
#include <variant>

#include "kiosk/model/command.hpp"
#include "kiosk/model/event.hpp"
#include "kiosk/workers/mailbox.hpp"
#include "kiosk/writing/kana_kanji.hpp"
#include "kiosk/writing/postal.hpp"

namespace kiosk {

/// Finds what may be written instead of kana or a postal code while a resident types. Owns anthy, which has
/// one state for a whole process; forgets what it was asked when the visit ends.
class WritingWorker {
public:
    using Request = std::variant<command::SuggestWriting, command::Forget>;

    /// `postal` is the table of places (kiosk/writing/postal.hpp); none: postal codes are answered with
    /// nothing.
    WritingWorker(std::filesystem::path postal, Mailbox<Event>& to_ui);

    void post(Request request) { requests_.post(std::move(request)); }

private:
    void run(const std::stop_token& stop);
    void handle(const command::SuggestWriting& request);
    void handle(const command::Forget& request);

    std::filesystem::path postal_;
    Mailbox<Event>& to_ui_;
    Mailbox<Request> requests_;
    writing::KanaKanji kana_kanji_;
    std::jthread working_;  // last member: joins before anything it uses is destroyed
};

}  // namespace kiosk
