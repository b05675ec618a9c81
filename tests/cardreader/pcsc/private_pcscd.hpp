#pragma once
#include <sys/types.h>

#include <cstdint>
#include <stop_token>
#include <string>
#include <thread>

#include "cardreader/virtual/vpcd.hpp"

namespace cardreader {

/// A real pcscd with vpcd's reader in mount and network namespaces of this process alone, so that tests run
/// beside each other and beside a pcscd that already runs; in a bare chroot, whose /run cannot be covered,
/// one after the other. Fails loudly, and never skips, where namespaces cannot be had. Make it before any
/// other thread.
class PrivatePcscd {
public:
    explicit PrivatePcscd(std::string driver = kVpcd);
    ~PrivatePcscd();
    PrivatePcscd(const PrivatePcscd&) = delete;
    PrivatePcscd& operator=(const PrivatePcscd&) = delete;

    void start();
    /// Ends it at once, as a crash would.
    void kill();

    /// Pulls the reader out of its socket, and plugs it in again: with the driver KAKANAI_UNPLUG_DRIVER only.
    /// pcscd keeps its name meanwhile, as it does not with a USB reader.
    void unplug();
    void plug_in();

    static constexpr const char* kVpcd = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
    static constexpr std::uint16_t kFirstReader = 35963;
    static constexpr std::uint16_t kSecondReader = 35964;
    static constexpr const char* kFirstName = "Virtual PCD 00 00";
    static constexpr const char* kSecondName = "Virtual PCD 00 01";

private:
    std::string driver_;
    pid_t pid_ = 0;
};

/// A software card that lies on a virtual reader as long as this object lives. At its end it tells whether
/// anybody asked it for 個人番号, which fails the test, whatever the test is about.
class LaidCard {
public:
    /// Returns when pcscd has seen the card.
    LaidCard(virtual_card::FaultyCard card, std::uint16_t port = PrivatePcscd::kFirstReader);
    ~LaidCard();

    /// Takes the card off and returns when pcscd has seen that; from then on nobody else touches `card()`.
    void lift();
    [[nodiscard]] virtual_card::FaultyCard& card() { return card_; }

private:
    void wait_for(bool lying) const;

    virtual_card::FaultyCard card_;
    std::uint16_t port_;
    std::jthread thread_;
};

/// What a program said and how it ended.
struct Ran {
    int code = 0;
    std::string out;
    std::string error;
};

/// Runs a line of shell with this on its stdin.
[[nodiscard]] Ran run_shell(const std::string& line, const std::string& input = "");

/// Runs kakanai-card with these arguments and this line on its stdin.
[[nodiscard]] Ran run_card(const std::string& arguments, const std::string& input = "");

}  // namespace cardreader
