#pragma once

#include <filesystem>
#include <string>

#include "forms/pack/sheet_template.hpp"
#include "forms/result.hpp"
#include "forms/sheets/canvas.hpp"
#include "forms/sheets/open_blank.hpp"

namespace forms {

/// Lays the pages of `layer` over the pages of a city's own PDF and adds the layer's further pages at the
/// end. What the blank draws stays as it is, underneath; pages may be rotated or cropped. Form fields of the
/// blank become plain paper as they would print; those that the template's fields take the place of go, with
/// what stood in them. Refused, with the difference in `detail`: a blank that is not the template's
/// size or has another number of pages, is encrypted, broken or too large. The bytes depend on the arguments
/// only.
[[nodiscard]] Result<std::string> overlay(const std::filesystem::path& blank, const SheetTemplate& sheet,
                                          const std::string& layer, const DocumentInfo& info);

}  // namespace forms
