#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "kiosk/reception/moment.hpp"

namespace CLI {
class App;
}

namespace kiosk {

/// What a command may know of the world it runs in; main fills it, tests invent it.
struct Surroundings {
    std::map<std::string, std::string> environment;  // KAKANAI_STATE, KAKANAI_KEY, KAKANAI_PRINTER, USER
    reception::Moment now;
    std::string assets;  // folder of profiles
    std::ostream* out = nullptr;
    std::ostream* err = nullptr;

    /// An environment variable; empty when it is not set.
    [[nodiscard]] std::string variable(const std::string& name) const {
        const auto found = environment.find(name);
        return found == environment.end() ? std::string() : found->second;
    }
};

/// Reads a command's arguments into what `app` was told of. The exit code when that is all there is to do: 0
/// after --help and --version, 2 after wrong usage.
std::optional<int> parse(CLI::App& app, std::span<const std::string> arguments, const Surroundings& around);

/// `kakanai queue list|show|confirm|print|export|ack|resend|purge|verify|reconcile`: arguments after "queue".
/// Exit 0 done, 1 found problems, 2 wrong usage, 3 the store cannot be opened.
int command_queue(std::span<const std::string> arguments, const Surroundings& around);

/// `kakanai doctor`: reader, printer, fonts, disk, clock, permissions. Exit 0 all well, 1 something needs a
/// remedy.
int command_doctor(std::span<const std::string> arguments, const Surroundings& around);

/// `kakanai postal LIST --out FILE`: makes the table of places by postal code from 日本郵便's list. Exit 0
/// done, 1 rows that are none, 2 wrong usage, 3 a file cannot be read or written.
int command_postal(std::span<const std::string> arguments, const Surroundings& around);

}  // namespace kiosk
