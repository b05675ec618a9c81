#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <variant>

#include "kiosk/speech/narrator.hpp"
#include "kiosk/speech/voice.hpp"
#include "kiosk/workers/mailbox.hpp"

namespace kiosk::speech {

/// Speaks in a thread of its own: a speech service that starts slowly or hangs never holds up the screen.
class Speaker {
public:
    /// `open` finds the voice (it may take its time; empty: there is none), `found` hears whether there is
    /// one.
    using Open = std::function<std::unique_ptr<Voice>()>;
    Speaker(Open open, std::function<void(bool)> found);

    void say(Narration narration) { requests_.post(std::move(narration)); }
    /// Silence, and what waited is dropped.
    void stop() { requests_.post(Narration{.interrupts = true}); }

private:
    void run(const std::stop_token& stop);

    Open open_;
    std::function<void(bool)> found_;
    Mailbox<Narration> requests_;
    std::jthread speaking_;  // last member: joins before anything it uses is destroyed
};

}  // namespace kiosk::speech
