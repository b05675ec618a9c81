#pragma once

#include <optional>
#include <string>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"
#include "forms/pack/item.hpp"

namespace forms {

/// A value as people read it, in every language: はい, 国民健康保険, 令和8年11月22日, 2人. Empty value:
/// わからない.
[[nodiscard]] Text value_words(const Item& item, const std::optional<Value>& value);

}  // namespace forms
