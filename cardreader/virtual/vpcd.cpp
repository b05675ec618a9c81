#include "cardreader/virtual/vpcd.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace cardreader::virtual_card {

namespace {

enum Control : std::uint8_t { kPowerOff = 0, kPowerOn = 1, kReset = 2, kAtr = 4 };

constexpr int kPollMs = 20;
constexpr std::chrono::milliseconds kSlice{10};

class Socket {
public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

bool connect_to(const Socket& socket, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const void* const untyped = &address;
    return connect(socket.get(), static_cast<const sockaddr*>(untyped), sizeof address) == 0;
}

// vpcd writes length and payload separately; without this after every read, Nagle and delayed ACK cost 40 ms
// a command.
void acknowledge_at_once(const Socket& socket) {
    const int on = 1;
    setsockopt(socket.get(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

bool receive(const Socket& socket, std::span<std::uint8_t> into, const std::stop_token& stop) {
    while (!into.empty()) {
        pollfd waiting{.fd = socket.get(), .events = POLLIN, .revents = 0};
        const int ready = poll(&waiting, 1, kPollMs);
        if (stop.stop_requested()) return false;
        if (ready == 0) continue;
        const auto got = recv(socket.get(), into.data(), into.size(), 0);
        if (got <= 0) return false;
        acknowledge_at_once(socket);
        into = into.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

std::optional<Bytes> receive_message(const Socket& socket, const std::stop_token& stop) {
    std::uint8_t length[2];
    if (!receive(socket, length, stop)) return std::nullopt;
    Bytes message(static_cast<std::size_t>(length[0]) << 8 | length[1]);
    if (!receive(socket, message, stop)) return std::nullopt;
    return message;
}

bool send_message(const Socket& socket, ByteView message) {
    Bytes whole{static_cast<std::uint8_t>(message.size() >> 8),
                static_cast<std::uint8_t>(message.size() & 0xFF)};
    whole.insert(whole.end(), message.begin(), message.end());
    return send(socket.get(), whole.data(), whole.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(whole.size());
}

bool obey(const Socket& socket, SoftwareCard& card, std::uint8_t control) {
    switch (control) {
        case kPowerOff:
            card.power_off();
            return true;
        case kPowerOn:
        case kReset:
            card.reset();
            return true;
        case kAtr:
            return send_message(socket, card.atr());
        default:
            return true;
    }
}

void wait_until_stopped(const std::stop_token& stop, std::chrono::milliseconds most) {
    for (auto waited = kSlice * 0; waited < most && !stop.stop_requested(); waited += kSlice)
        std::this_thread::sleep_for(kSlice);
}

// Watches for the other end hanging up while saying nothing itself.
void stay_silent(const Socket& socket, const std::stop_token& stop) {
    std::uint8_t ignored[1];
    while (!stop.stop_requested() && receive(socket, ignored, stop)) {
    }
}

}  // namespace

Parted lay_on_reader(FaultyCard& card, std::uint16_t port, const std::stop_token& stop) {
    const Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!connect_to(socket, port)) return Parted::Unreachable;
    card.card().power_off();
    bool spoken = false;
    while (const auto message = receive_message(socket, stop)) {
        spoken = true;
        if (message->size() == 1) {
            if (!obey(socket, card.card(), message->front())) return Parted::LinkLost;
            continue;
        }
        const auto happening = card.answer(*message);
        if (std::holds_alternative<Lifted>(happening)) return Parted::Lifted;
        if (std::holds_alternative<NeverAnswered>(happening)) {
            stay_silent(socket, stop);
            break;
        }
        const auto& answered = std::get<Answered>(happening);
        wait_until_stopped(stop, answered.after);
        if (!send_message(socket, answered.bytes)) return Parted::LinkLost;
    }
    if (stop.stop_requested()) return Parted::Stopped;
    // vpcd opens its port anew after a card has gone; who connects just before that is dropped without a
    // word.
    return spoken ? Parted::LinkLost : Parted::Unreachable;
}

}  // namespace cardreader::virtual_card
