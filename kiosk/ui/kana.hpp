#pragma once

#include <string>

#include "kiosk/ui/text_edit.hpp"

namespace kiosk {

/// What a key of the kana board does to the kana before the caret; doing it twice takes it back (か が か).
enum class KanaMark { Voiced, HalfVoiced, Small };

/// The text with the kana before the caret changed; unchanged when that kana has no such form.
[[nodiscard]] Edited marked(const Edited& now, KanaMark mark);

/// The hiragana right before the caret, after which kanji can be looked up; empty when there are none.
[[nodiscard]] std::string kana_before(const Edited& now);

/// The text with the bytes of `kana` before the caret replaced.
[[nodiscard]] Edited replaced_before(const Edited& now, const std::string& kana, const std::string& by);

/// The character (with its selector) right before the caret; empty at the beginning.
[[nodiscard]] std::string character_before(const Edited& now);

}  // namespace kiosk
