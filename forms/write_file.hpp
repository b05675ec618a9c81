#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "forms/result.hpp"

namespace forms {

/// Writes a file whole: beside its place first, then moved there, readable by its owner only. Nothing half
/// written stays under that name.
[[nodiscard]] std::optional<Error> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace forms
