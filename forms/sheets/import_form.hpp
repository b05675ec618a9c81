#pragma once

#include <filesystem>
#include <string>

#include "forms/pack/sheet_template.hpp"
#include "forms/result.hpp"

namespace forms {

/// A template from the form fields (AcroForm) of a city's own PDF: each widget becomes a field with its
/// place, kind, letters and alignment, bound to nothing yet. Buttons are left out. Malformed: a PDF that
/// cannot be filled, has no form fields, or has pages of several sizes.
[[nodiscard]] Result<SheetTemplate> import_form(const std::filesystem::path& blank);

/// The template as a file of a pack's sheets/ folder, for its author to bind the fields in.
[[nodiscard]] std::string template_text(const SheetTemplate& sheet);

}  // namespace forms
