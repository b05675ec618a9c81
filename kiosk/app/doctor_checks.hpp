#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/reception/moment.hpp"
#include "kiosk/reception/place.hpp"

namespace kiosk {

/// How one part of the counter is.
enum class Health : std::uint8_t { Well, Note, Wrong };

/// One line of `kakanai doctor`: what was looked at, how it is, and what to do when it is not well.
struct Finding {
    std::string part{};  // "reader", "printer", "fonts" …: the word for machines
    Health health{};
    std::string ja{}, en{};  // what was found
    std::string remedy_ja{}, remedy_en{};
};

[[nodiscard]] std::vector<Finding> check_reader();
/// The folder of card issuers' keys as given, if any: how many, and none means that no card is checked.
[[nodiscard]] std::vector<Finding> check_anchors(const std::optional<std::filesystem::path>& folder);
/// `address` as given by --printer or $KAKANAI_PRINTER; may be empty.
[[nodiscard]] std::vector<Finding> check_printer(const std::string& address);
[[nodiscard]] std::vector<Finding> check_fonts(const std::vector<std::filesystem::path>& faces);
[[nodiscard]] std::vector<Finding> check_disk(const reception::Place& place);
/// Modes and owners, and whether the store opens with its key. Makes nothing.
[[nodiscard]] std::vector<Finding> check_store(const reception::Place& place);
/// Against the last row of the audit, the office's offset and the kernel's word on synchronisation.
[[nodiscard]] std::vector<Finding> check_clock(const reception::Place& place, reception::Moment now);

}  // namespace kiosk
