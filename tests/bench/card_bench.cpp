#include <winscard.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"
#include "tests/cardreader/software_session.hpp"

// What reading a card costs: our own code alone, and over a real pcscd beside the bare transmits of the same
// commands in the same run. card_bench.sh lays a software card on a pcscd of its own and then starts this.

using namespace cardreader;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kRounds = 300;
constexpr int kManyCommands = 100;

template <class Work>
double median_us(Work work) {
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        const auto begun = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begun).count());
    }
    std::ranges::nth_element(times, times.begin() + kRounds / 2);
    return times[kRounds / 2];
}

/// The same card without a reader between, and what was said to it.
void bench_own_code(const virtual_card::Persona& person, std::vector<Bytes>& commands) {
    auto card = card_of(person);
    const auto pin = Pin::from_digits(person.pin);
    {
        SoftwareSession session(card);
        (void)read_four_items(session, *pin);
        commands = session.commands;
    }
    const auto with_us = median_us([&] {
        card.card().power_off();
        SoftwareSession session(card);
        (void)read_four_items(session, *pin);
    });
    const auto without_us = median_us([&] {
        card.card().power_off();
        for (const auto& command : commands) (void)card.card().answer(command);
    });
    const auto apdus = static_cast<double>(commands.size());
    std::printf("our code per APDU, without transport: %.2f us (%.0f APDUs)\n",
                (with_us - without_us) / apdus, apdus);
}

/// Connect, transaction, the commands, power down: as short as winscard allows.
double raw_us(const std::string& reader, const std::vector<Bytes>& commands) {
    SCARDCONTEXT context = 0;
    SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    const auto took = median_us([&] {
        SCARDHANDLE card = 0;
        DWORD protocol = 0;
        SCardConnect(context, reader.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                     &card, &protocol);
        SCardBeginTransaction(card);
        for (const auto& command : commands) {
            std::uint8_t answer[300];
            DWORD size = sizeof answer;
            SCardTransmit(card, protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, command.data(),
                          command.size(), nullptr, answer, &size);
        }
        SCardEndTransaction(card, SCARD_UNPOWER_CARD);
        SCardDisconnect(card, SCARD_LEAVE_CARD);
    });
    SCardReleaseContext(context);
    return took;
}

void bench_over_pcscd(const virtual_card::Persona& person, const std::vector<Bytes>& commands,
                      const std::string& reader) {
    const auto pin = Pin::from_digits(person.pin);
    const Desk desk{.reader = reader};
    int failed = 0;
    const auto whole = median_us([&] {
        const auto items =
            with_card<FourItems>(desk, [&](Session& card) { return read_four_items(card, *pin); });
        if (!items) ++failed;
    });
    const auto raw = raw_us(reader, commands);
    std::printf("a full reading over pcscd: %.0f us (%d of %d failed)\n", whole, failed, kRounds);
    std::printf("the same commands, bare winscard: %.0f us\n", raw);
    std::printf("ours around it, once a reading (two contexts, list of readers, own thread): %.0f us\n",
                whole - raw);

    // What each further command costs: many of them in one transaction, ours beside bare ones.
    const std::vector<Bytes> many(kManyCommands, commands[1]);
    const auto ours = median_us([&] {
        (void)with_card<int>(desk, [&](Session& card) -> Result<int> {
            (void)card.transmit(commands[0]);
            for (const auto& command : many) (void)card.transmit(command);
            return 0;
        });
    });
    auto bare_commands = many;
    bare_commands.insert(bare_commands.begin(), commands[0]);
    const auto bare = raw_us(reader, bare_commands);
    std::printf("ours beyond the transport, per APDU: %.1f us\n",
                ((ours - whole) - (bare - raw)) / (kManyCommands + 1 - 4));
}

}  // namespace

int main(int count, char** arguments) {
    const auto person = persona("yoshibe");
    std::vector<Bytes> commands;
    bench_own_code(person, commands);
    if (count > 1) bench_over_pcscd(person, commands, arguments[1]);
    return 0;
}
