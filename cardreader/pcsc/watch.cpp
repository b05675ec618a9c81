#include "cardreader/pcsc/watch.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "cardreader/pcsc/chosen.hpp"
#include "cardreader/pcsc/readers.hpp"
#include "cardreader/pcsc/status.hpp"

namespace cardreader {

namespace {

// One wake-up a second at rest: a cancel that comes just before pcscd has begun to wait is lost, and this is
// what finds it.
constexpr DWORD kLongestWaitMs = 1000;
constexpr std::chrono::milliseconds kBetweenAttempts{1000};
constexpr const char* kReaderListChanges = "\\\\?PnP?\\Notification";

Presence presence_of(const std::vector<Reader>& readers, const std::optional<std::string>& chosen) {
    auto presence = Presence::NoReader;
    for (const auto& reader : chosen_among(readers, chosen))
        presence = std::max(presence, reader.card ? Presence::Card : Presence::NoCard);
    return presence;
}

DWORD state_flags(const Reader& reader) {
    DWORD flags = reader.card ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
    if (reader.exclusive) flags |= SCARD_STATE_EXCLUSIVE;
    if (reader.mute) flags |= SCARD_STATE_MUTE;
    return flags;
}

void sleep_unless(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, kBetweenAttempts, [] { return false; });
}

}  // namespace

struct Watch::Inside {
    std::optional<std::string> chosen;
    std::optional<pcsc::Context> context;
    std::optional<Sight> last;

    Sight look();
    void wait(const std::stop_token& stop);
    void wait_for_pcscd(const std::stop_token& stop);
};

Sight Watch::Inside::look() {
    // Twice: a context of a pcscd that has since been restarted fails once, and then a new one is made.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!context) {
            auto fresh = pcsc::establish();
            if (!fresh) {
                const bool refused = fresh.error().code == Errc::NotPermitted;
                return {.presence = refused ? Presence::NotPermitted : Presence::NoService, .readers = {}};
            }
            context = std::move(*fresh);
        }
        auto readers = pcsc::readers(*context);
        if (readers) {
            const auto presence = presence_of(*readers, chosen);
            return {.presence = presence, .readers = std::move(*readers)};
        }
        context.reset();
    }
    return {};
}

void Watch::Inside::wait_for_pcscd(const std::stop_token& stop) {
    const std::stop_callback cancel(stop, [raw = context->get()] { SCardCancel(raw); });
    std::vector<SCARD_READERSTATE> states(last->readers.size() + 1);
    for (std::size_t i = 0; i < last->readers.size(); ++i) {
        states[i].szReader = last->readers[i].name.c_str();
        states[i].dwCurrentState = state_flags(last->readers[i]);
    }
    states.back().szReader = kReaderListChanges;
    states.back().dwCurrentState = last->readers.size() << 16;
    const LONG code = SCardGetStatusChange(context->get(), kLongestWaitMs, states.data(), states.size());
    const bool alive = code == SCARD_S_SUCCESS || code == SCARD_E_TIMEOUT || code == SCARD_E_CANCELLED ||
                       code == SCARD_E_UNKNOWN_READER;
    if (!alive) context.reset();
}

void Watch::Inside::wait(const std::stop_token& stop) {
    if (context)
        wait_for_pcscd(stop);
    else
        sleep_unless(stop);
}

Watch::Watch(std::optional<std::string> reader) : inside_(std::make_unique<Inside>()) {
    inside_->chosen = std::move(reader);
}
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;
Watch::~Watch() = default;

Sight Watch::now() {
    inside_->last = inside_->look();
    return *inside_->last;
}

std::optional<Sight> Watch::next(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto sight = inside_->look();
        if (sight != inside_->last) {
            inside_->last = sight;
            return sight;
        }
        inside_->wait(stop);
    }
    return std::nullopt;
}

}  // namespace cardreader
