#pragma once

#include <string>
#include <vector>

#include "forms/interview/field_values.hpp"
#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

/// The longest value a field must be ready for: a name of 105 Latin letters as on a passport, an address with
/// a building of 60 characters, the longest choice, an amount of ten digits (facts/linkage-security.md §2.1).
[[nodiscard]] FieldValue longest_value(const Pack& pack, const Field& field);

/// Fills every sheet with the longest values: which fields send them to a continuation sheet and by how many
/// millimetres, and which blanks do not go with their templates.
[[nodiscard]] std::vector<Problem> check_sheets(const Pack& pack, Typesetter& typesetter);

}  // namespace forms
