#pragma once

#include <string>
#include <vector>

#include "forms/interview/field_values.hpp"
#include "forms/pack/sheet_template.hpp"

namespace forms {

/// What a field of letters says with this value: a part of a date, a number with separators, a text as given.
/// Empty when there is nothing to write.
[[nodiscard]] std::string field_words(const Field& field, const FieldValue& value);

/// Whether a check or a ring is drawn.
[[nodiscard]] bool field_marked(const Field& field, const FieldValue& value);

/// Takes voiced kana apart where a form has a cell for the mark: ガ → カ゛, パ → ハ゜, both kana sizes.
/// Everything else stays as it is.
[[nodiscard]] std::string split_voiced_kana(std::string_view text);

/// 50000 → `50,000`.
[[nodiscard]] std::string with_separators(std::int64_t number);

}  // namespace forms
