#pragma once

#include <filesystem>
#include <string>

#include "forms/pack/sheet_template.hpp"
#include "forms/result.hpp"
#include "forms/sheets/canvas.hpp"

namespace forms {

/// Blanks larger than this are refused before they are read (bytes).
inline constexpr std::uintmax_t kLargestBlank = 32U * 1024 * 1024;

/// Lays the pages of `layer` over the pages of a city's own PDF and adds the layer's further pages at the
/// end. What the blank draws stays as it is, underneath; pages may be rotated or cropped. Form fields of the
/// blank become plain paper. Refused, with the difference in `detail`: a blank that is not the template's
/// size or has another number of pages, is encrypted, broken or too large. The bytes depend on the arguments
/// only.
[[nodiscard]] Result<std::string> overlay(const std::filesystem::path& blank, const SheetTemplate& sheet,
                                          const std::string& layer, const DocumentInfo& info);

}  // namespace forms
