#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"
#include "cardreader/program/words.hpp"
#include "cardreader/trace.hpp"

namespace cardreader::program {

/// How to speak: language, and whether to a person or to a machine.
struct Voice {
    Language language = Language::Japanese;
    bool json = false;
    bool trace = false;  // every exchange with the card to stderr, secrets left out
};

struct ReadOrder {
    Desk desk;
    Entry entry = Entry::ByPin;
    std::optional<std::filesystem::path> anchors;  // folder of trust anchors
    Challenge challenge = Challenge::No;
    bool licence = false;  // read a driver's licence
};

struct VirtualOrder {
    std::filesystem::path persona;
    std::uint16_t port = 0;
    std::vector<std::string> faults;
    std::optional<std::filesystem::path> authority;  // folder of the test issuer that signs the card
    bool licence = false;                            // a driver's licence instead of a My Number card
    bool certificates = false;                       // with 公的個人認証AP
    std::optional<std::filesystem::path> record;     // where every command that comes is written, redacted
    int wait_seconds = 10;
};

/// The session itself, or one that traces to stderr when that was asked for; `traced` is where the latter
/// lives.
[[nodiscard]] Session& heard(Session& card, const Voice& voice, std::optional<Traced>& traced);

/// Each does one command of kakanai-card and gives the exit code.
[[nodiscard]] int list(const Voice& voice);
[[nodiscard]] int read(const ReadOrder& order, const Voice& voice);
[[nodiscard]] int tries(const Desk& desk, const Voice& voice);
/// Remembers the reader of this name, which must be there, for `read`, `tries` and the kiosk; with an empty
/// name forgets it.
[[nodiscard]] int choose(const std::string& reader, const std::filesystem::path& file, const Voice& voice);
[[nodiscard]] int doctor(const std::optional<std::filesystem::path>& anchors, const Voice& voice);
/// Makes the test issuer that signs cards in software, unless it is there already; FOLDER/anchors holds its
/// key.
[[nodiscard]] int make_authority(const std::filesystem::path& folder);
[[nodiscard]] int lay_virtual_card(const VirtualOrder& order, const Voice& voice);

/// Prints the error, as a sentence to stderr or as `{"error":"…"}` to stdout, and gives its exit code.
[[nodiscard]] int report(const Error& error, const Voice& voice);

}  // namespace cardreader::program
