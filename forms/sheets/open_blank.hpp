#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "forms/result.hpp"

class QPDF;

namespace forms {

/// Blanks larger than this are refused before they are read (bytes).
inline constexpr std::uintmax_t kLargestBlank = 32U * 1024 * 1024;

/// Something that is wrong with a blank, thrown to the function that says so in its Result.
struct Refused {
    Errc code;
    std::string detail;
};

/// Reads a city's own PDF and gives its bytes. Throws Refused, or what qpdf throws: one that is missing, too
/// large, broken or encrypted is not repaired or guessed at.
[[nodiscard]] std::string open_blank(QPDF& pdf, const std::filesystem::path& file);

/// The exception being handled, in words that name the file; call in a catch (...) around qpdf.
[[nodiscard]] Error what_is_wrong(const std::filesystem::path& blank);

}  // namespace forms
