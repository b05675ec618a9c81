#include "kiosk/app/end_signal.hpp"

#include <csignal>
#include <utility>

namespace kiosk {

namespace {

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

}  // namespace

EndSignal::EndSignal(std::function<void()> wake) : wake_(std::move(wake)) {
    const auto signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    listening_ = std::thread([this, signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        heard_ = true;
        wake_();
    });
}

EndSignal::~EndSignal() {
    if (!heard_) pthread_kill(listening_.native_handle(), SIGTERM);
    listening_.join();
}

}  // namespace kiosk
