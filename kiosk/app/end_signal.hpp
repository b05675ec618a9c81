#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace kiosk {

/// Turns SIGTERM, SIGINT and SIGHUP into a word to the loop. Make it before any other thread, so that they
/// all inherit the blocked signals and only this one hears them.
class EndSignal {
public:
    explicit EndSignal(std::function<void()> wake);
    EndSignal(const EndSignal&) = delete;
    EndSignal& operator=(const EndSignal&) = delete;
    ~EndSignal();

    [[nodiscard]] bool heard() const noexcept { return heard_; }

private:
    std::function<void()> wake_;
    std::atomic<bool> heard_ = false;
    std::thread listening_;
};

}  // namespace kiosk
