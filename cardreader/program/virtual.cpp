#include <fmt/format.h>
#include <pthread.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <thread>

#include "cardreader/program/commands.hpp"
#include "cardreader/trace.hpp"
#include "cardreader/virtual/issue.hpp"
#include "cardreader/virtual/more_applications.hpp"
#include "cardreader/virtual/vpcd.hpp"

namespace cardreader::program {

namespace {

using virtual_card::Parted;

constexpr std::chrono::milliseconds kBetweenAttempts{50};
constexpr int kAttemptsPerSecond = 20;

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

// The end is asked for by a signal; a thread waits for it so that the card leaves the reader in good order.
class StopOnSignal {
public:
    StopOnSignal() : signals_(ending_signals()) {
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        waiting_ = std::jthread([this](const std::stop_token& done) { run(done); });
    }
    [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

private:
    void run(const std::stop_token& done) {
        const timespec slice{.tv_sec = 0, .tv_nsec = 100'000'000};
        while (!done.stop_requested())
            if (sigtimedwait(&signals_, nullptr, &slice) > 0) stop_.request_stop();
    }

    sigset_t signals_;
    std::stop_source stop_;
    std::jthread waiting_;
};

std::optional<std::vector<virtual_card::Fault>> faults_from(const std::vector<std::string>& words) {
    std::vector<virtual_card::Fault> faults;
    for (const auto& word : words) {
        const auto fault = virtual_card::parse_fault(word);
        if (!fault) return std::nullopt;
        faults.push_back(*fault);
    }
    return faults;
}

Parted lay_when_the_reader_is_there(virtual_card::FaultyCard& card, const VirtualOrder& order,
                                    const std::stop_token& stop) {
    auto parted = virtual_card::lay_on_reader(card, order.port, stop);
    for (int left = order.wait_seconds * kAttemptsPerSecond;
         parted == Parted::Unreachable && left > 0 && !stop.stop_requested(); --left) {
        std::this_thread::sleep_for(kBetweenAttempts);
        parted = virtual_card::lay_on_reader(card, order.port, stop);
    }
    return parted;
}

int wrong(const Words& words, std::string_view what, const Voice& voice) {
    fmt::print(stderr, "{}: {}\n", what, words.in(voice.language));
    return 2;
}

}  // namespace

int lay_virtual_card(const VirtualOrder& order, const Voice& voice) {
    const auto persona = virtual_card::load_persona(order.persona);
    if (!persona) {
        const auto& problem = persona.error();
        fmt::print(stderr, "{}:{}:{}: {}\n", order.persona.string(), problem.line, problem.column,
                   problem.message);
        return 2;
    }
    auto faults = faults_from(order.faults);
    if (!faults) return wrong({"読めない指定です", "cannot be read"}, "--fault", voice);

    std::optional<virtual_card::Authority> authority;
    if (order.authority) {
        auto found = virtual_card::Authority::in_folder(*order.authority);
        if (!found) {
            fmt::print(stderr, "{}: {}\n", order.authority->string(), found.error());
            return 2;
        }
        authority = *std::move(found);
    }

    const StopOnSignal on_signal;
    const auto* const issuer = authority ? &*authority : nullptr;
    auto chip = order.licence ? virtual_card::issue_drivers_licence(*persona)
                              : virtual_card::issue_my_number_card(*persona, issuer);
    if (!order.licence) chip.applications.push_back(virtual_card::surface_application(*persona, issuer));
    if (order.certificates) chip.applications.push_back(virtual_card::certificates_application(*persona));
    virtual_card::FaultyCard card(virtual_card::SoftwareCard(std::move(chip)), *std::move(faults));
    std::ofstream record;
    if (order.record) {
        record.open(*order.record, std::ios::app);
        if (!record) return wrong({"書けません", "cannot be written"}, order.record->string(), voice);
        card.tell([&record](ByteView command) { record << redacted(command) << std::endl; });
    }
    const auto parted = lay_when_the_reader_is_there(card, order, on_signal.token());
    if (parted == Parted::Unreachable) {
        fmt::print(
            stderr, "{}\n",
            Words{"仮想カードリーダー(vpcd)につながりません。pcscd と vsmartcard-vpcd をお確かめください。",
                  "The virtual reader (vpcd) cannot be reached. Check pcscd and vsmartcard-vpcd."}
                .in(voice.language));
        return exit_code(Errc::NoReader);
    }
    return parted == Parted::LinkLost ? exit_code(Errc::ReaderGone) : 0;
}

}  // namespace cardreader::program
