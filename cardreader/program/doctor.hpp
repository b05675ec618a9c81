#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cardreader/error.hpp"
#include "cardreader/my_number/trust.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "cardreader/program/words.hpp"

namespace cardreader::program {

/// What the doctor looks at, as found on this machine.
struct Machine {
    Result<std::vector<Reader>> readers;
    std::vector<std::string> usb_devices;  // "054c:06c3": vendor and product
    bool clock_synchronised = false;
    int year = 0;
    bool memory_locks = false;          // a page with a secret can be kept from being swapped out
    std::size_t anchors = 0;            // issuers that are trusted
    std::size_t anchors_for_tests = 0;  // of these, issuers of test cards
    std::optional<AnchorProblem> anchor_problem;
};

/// Looks; changes nothing and sends nothing to a card. `anchors` is the folder of trust anchors, if any.
[[nodiscard]] Machine this_machine(const std::optional<std::filesystem::path>& anchors);

/// What was found, in words that hold a number or a file's name.
struct Note {
    std::string ja, en;
    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::English ? en : ja;
    }
};

/// One thing looked at: fine, or what is wrong and how it is mended.
struct Finding {
    std::string_view check;  // service, permission, readers, virtual_reader, model, clock, memory, anchors
    std::optional<Words> problem;
    std::optional<Words> remedy;
    std::optional<Note> note = {};
};

[[nodiscard]] std::vector<Finding> examine(const Machine& machine);

/// The polkit rule that lets the members of group `kakanai` use card readers.
[[nodiscard]] std::string_view polkit_rule();

}  // namespace cardreader::program
