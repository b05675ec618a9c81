#pragma once

#include <string>

#include "forms/pack/item.hpp"
#include "kiosk/model/draft.hpp"

namespace kiosk {

/// The end of a text, up to the caret, that may be written otherwise: hiragana in a free text or an address
/// (never in a name: names are not converted like sentences, facts/ux.md §4.2), or a whole postal code that
/// an address begins with. As typed; empty when there is nothing.
[[nodiscard]] std::string suggestible(const forms::Item& item, const TextDraft& text);

}  // namespace kiosk
