#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cardreader/error.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "cardreader/program/words.hpp"

namespace cardreader::program {

/// What the doctor looks at, as found on this machine.
struct Machine {
    Result<std::vector<Reader>> readers;
    std::vector<std::string> usb_devices;  // "054c:06c3": vendor and product
    bool clock_synchronised = false;
    int year = 0;
    bool memory_locks = false;  // a page with a secret can be kept from being swapped out
};

/// Looks; changes nothing and sends nothing to a card.
[[nodiscard]] Machine this_machine();

/// One thing looked at: fine, or what is wrong and how it is mended.
struct Finding {
    std::string_view check;  // service, permission, readers, virtual_reader, model, clock, memory
    std::optional<Words> problem;
    std::optional<Words> remedy;
};

[[nodiscard]] std::vector<Finding> examine(const Machine& machine);

/// The polkit rule that lets the members of group `kakanai` use card readers.
[[nodiscard]] std::string_view polkit_rule();

}  // namespace cardreader::program
