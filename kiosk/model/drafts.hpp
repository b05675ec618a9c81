#pragma once

#include <variant>

#include "forms/facts/facts.hpp"
#include "forms/pack/item.hpp"
#include "kiosk/model/draft.hpp"
#include "kiosk/model/screen.hpp"

namespace kiosk {

/// The draft an item is typed in: as the fact says, or empty when there is none.
[[nodiscard]] Draft draft_for(const forms::Item& item, const forms::Fact* fact);

/// The value a draft stands for, or why it stands for none yet. Text is kept as typed, without the spaces
/// around it.
[[nodiscard]] std::variant<forms::Value, DraftTrouble> value_of(const forms::Item& item, const Draft& draft,
                                                                forms::Date today);

}  // namespace kiosk
