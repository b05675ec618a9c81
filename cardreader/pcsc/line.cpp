#include "cardreader/pcsc/line.hpp"

#include <winscard.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "cardreader/pcsc/handle.hpp"
#include "cardreader/pcsc/readers.hpp"
#include "cardreader/pcsc/status.hpp"
#include "cardreader/pin.hpp"

namespace cardreader::pcsc {

namespace {

constexpr std::chrono::milliseconds kBetweenAttempts{20};
constexpr std::size_t kLongestAnswer = MAX_BUFFER_SIZE_EXTENDED;

struct Opened {
    Context context;
    Card card;
    DWORD protocol = 0;
};

bool worth_waiting_for(LONG code) {
    return code == SCARD_E_SHARING_VIOLATION || code == SCARD_W_RESET_CARD;
}

LONG try_to_open(Opened& opened, const std::string& reader) {
    Card card;
    LONG code = SCardConnect(opened.context.get(), reader.c_str(), SCARD_SHARE_SHARED,
                             SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, card.out(), &opened.protocol);
    if (code == SCARD_S_SUCCESS) code = SCardBeginTransaction(card.get());
    if (code == SCARD_S_SUCCESS) opened.card = std::move(card);
    return code;
}

}  // namespace

struct Line::Shared {
    enum class Turn : std::uint8_t { Thread, Caller };

    std::mutex mutex;
    std::condition_variable changed;
    Turn turn = Turn::Thread;  // whose move it is; both wait for theirs
    bool closing = false;      // the caller is done, or has lost its patience
    bool silent = false;
    bool finished = false;  // the thread has let go of the card

    SecretPage command;
    std::size_t command_size = 0;
    std::optional<Error> failed;
    Bytes answer;

    // The caller's side: hands over and waits. False when patience ran out; the thread then finds `closing`.
    bool wait_for_thread(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds patience) {
        changed.notify_all();
        if (changed.wait_for(lock, patience, [this] { return turn == Turn::Caller; })) return true;
        closing = true;
        silent = true;
        command.wipe();  // sent long ago: the kernel has its copy, and ours may be in reach for as long as
                         // the card is silent
        return false;
    }

    // The thread's side: hands over and waits. False when the caller is done.
    bool wait_for_caller(std::optional<Error> outcome) {
        std::unique_lock lock(mutex);
        failed = outcome;
        turn = Turn::Caller;
        changed.notify_all();
        changed.wait(lock, [this] { return turn == Turn::Thread || closing; });
        return !closing;
    }

    void finish() {
        const std::scoped_lock lock(mutex);
        finished = true;
        changed.notify_all();
    }

    bool given_up() {
        const std::scoped_lock lock(mutex);
        return closing;
    }

    Result<Opened> open(const std::string& reader);
    std::optional<Error> exchange(const Opened& opened);
};

Result<Opened> Line::Shared::open(const std::string& reader) {
    auto context = establish();
    if (!context) return fail(context);
    Opened opened{.context = std::move(*context), .card = {}, .protocol = 0};
    LONG code = try_to_open(opened, reader);
    while (worth_waiting_for(code) && !given_up()) {
        std::this_thread::sleep_for(kBetweenAttempts);
        code = try_to_open(opened, reader);
    }
    if (code != SCARD_S_SUCCESS) return fail(error_from(code));
    return opened;
}

std::optional<Error> Line::Shared::exchange(const Opened& opened) {
    answer.resize(kLongestAnswer);
    DWORD size = answer.size();
    const SCARD_IO_REQUEST& protocol = opened.protocol == SCARD_PROTOCOL_T0 ? *SCARD_PCI_T0 : *SCARD_PCI_T1;
    const LONG code = SCardTransmit(opened.card.get(), &protocol, command.bytes().data(), command_size,
                                    nullptr, answer.data(), &size);
    command.wipe();
    if (code == SCARD_E_NO_SMARTCARD)
        return Error{.code = Errc::CardRemoved, .detail = static_cast<std::uint32_t>(code)};
    if (code != SCARD_S_SUCCESS) return error_from(code);
    // Seen with vpcd: a card lifted during the command is a success with nothing in it.
    if (size == 0) return Error{.code = Errc::CardRemoved};
    if (size == 1 || size > kLongestAnswer) return Error{.code = Errc::Truncated};
    answer.resize(size);
    return std::nullopt;
}

void Line::run(Shared& shared, const std::string& reader) {
    converse(shared, reader);
    shared.finish();
}

void Line::converse(Shared& shared, const std::string& reader) {
    const auto opened = shared.open(reader);
    if (!opened) {
        shared.wait_for_caller(opened.error());
        return;
    }
    bool more = shared.wait_for_caller(std::nullopt);
    const bool spoken = more;
    while (more) more = shared.wait_for_caller(shared.exchange(*opened));
    // A line nobody used has given the card no rights, so another program's are left alone.
    SCardEndTransaction(opened->card.get(), spoken ? SCARD_UNPOWER_CARD : SCARD_LEAVE_CARD);
}

Line::Line(std::shared_ptr<Shared> shared, std::chrono::milliseconds answers_within)
    : shared_(std::move(shared)), answers_within_(answers_within) {}

Result<std::unique_ptr<Line>> Line::open(const std::string& reader, std::chrono::milliseconds free_within,
                                         std::chrono::milliseconds answers_within) {
    auto shared = std::make_shared<Shared>();
    std::unique_ptr<Line> line(new Line(shared, answers_within));
    std::unique_lock lock(shared->mutex);
    std::thread([shared, reader] { run(*shared, reader); }).detach();
    if (!shared->wait_for_thread(lock, free_within)) return fail({.code = Errc::ReaderBusy});
    if (shared->failed) return fail(*shared->failed);
    return line;
}

// Waits until the card has lost its power: a program that ends sooner would leave the verified PIN standing.
Line::~Line() {
    std::unique_lock lock(shared_->mutex);
    shared_->closing = true;
    shared_->changed.notify_all();
    if (!shared_->silent)
        shared_->changed.wait_for(lock, answers_within_, [this] { return shared_->finished; });
}

Result<Response> Line::transmit(ByteView command) {
    std::unique_lock lock(shared_->mutex);
    if (shared_->silent) return fail({.code = Errc::CardSilent});
    if (command.size() > shared_->command.bytes().size()) return fail({.code = Errc::BadResponse});
    std::ranges::copy(command, shared_->command.bytes().begin());
    shared_->command_size = command.size();
    shared_->turn = Shared::Turn::Thread;
    if (!shared_->wait_for_thread(lock, answers_within_)) return fail({.code = Errc::CardSilent});
    if (shared_->failed) return fail(*shared_->failed);

    const auto data = shared_->answer.size() - 2;
    const auto status = static_cast<std::uint16_t>(shared_->answer[data] << 8 | shared_->answer[data + 1]);
    Response response{.data = std::move(shared_->answer), .status = StatusWord{status}};
    response.data.resize(data);
    return response;
}

}  // namespace cardreader::pcsc
