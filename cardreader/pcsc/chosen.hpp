#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardreader/pcsc/watch.hpp"

namespace cardreader {

/// Where a counter's machine remembers which of its readers is the one for residents' cards.
inline constexpr const char* kChosenReaderFile = "/etc/kakanai/reader";

/// The readers that are meant: all without a choice; otherwise the one of that name. pcscd counts readers in
/// the order in which they come (`… 01 00`: the second reader, its first slot), so when the name itself is
/// not there, one that differs in that count alone is meant.
[[nodiscard]] std::vector<Reader> chosen_among(const std::vector<Reader>& readers,
                                               const std::optional<std::string>& chosen);

/// The name that is remembered in this file; empty when there is no such file or nothing in it.
[[nodiscard]] std::optional<std::string> remembered_reader(const std::filesystem::path& file);
/// Writes the name there, whole or not at all. False when that is not possible.
[[nodiscard]] bool remember_reader(const std::filesystem::path& file, std::string_view name);

}  // namespace cardreader
