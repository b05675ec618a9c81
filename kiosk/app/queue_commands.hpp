#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/command.hpp"
#include "kiosk/output/error.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk {

/// What every `kakanai queue` command was given.
struct QueueOptions {
    std::string state, key, language = "ja", who;
    bool json = false;
    // What single commands take.
    std::string wanted;                // show: a number or the beginning of a package id
    std::vector<std::string> several;  // export, resend: the same; ack: files
    std::string profile = "utf8-lossless";
    std::string outbox;
    int days = 7;
    std::string printer, document;  // print
    bool again = false;             // print: somebody has looked at the tray
};

/// A command at work: the open store, where words go, and in which language.
struct Desk {
    reception::Store& store;
    reception::Place place;
    const QueueOptions& options;
    const Surroundings& around;

    [[nodiscard]] std::ostream& out() const { return *around.out; }
    [[nodiscard]] std::ostream& err() const { return *around.err; }
    [[nodiscard]] bool english() const { return options.language == "en"; }
    [[nodiscard]] std::string_view say(std::string_view ja, std::string_view en) const {
        return english() ? en : ja;
    }
    [[nodiscard]] reception::Act act() const { return {around.now, options.who, "queue"}; }
    [[nodiscard]] std::filesystem::path outbox() const;
};

/// Exit codes of the program (design: Programs).
enum class Exit : int { Done = 0, Problems = 1, Usage = 2, NoStore = 3 };

/// A short code, a sentence and the detail, on the error stream.
Exit complain(const Desk& desk, const reception::Error& error);
Exit complain(const Desk& desk, const output::Error& error);

Exit queue_list(const Desk& desk);
Exit queue_show(const Desk& desk);
Exit queue_confirm(const Desk& desk);
Exit queue_print(const Desk& desk);
Exit queue_export(const Desk& desk);
Exit queue_resend(const Desk& desk);
Exit queue_acknowledge(const Desk& desk);
Exit queue_purge(const Desk& desk);
Exit queue_verify(const Desk& desk);
Exit queue_reconcile(const Desk& desk);

}  // namespace kiosk
