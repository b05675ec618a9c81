#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// A piece of a sentence that is set in one way; `ruby` is the reading set over it, empty when it needs none.
struct Span {
    std::string text;
    std::string ruby;
    bool bold = false;
    std::string
        language{};  // when it is not the visitor's: words that exist in Japanese only carry their ruby
    bool operator==(const Span&) const = default;
};

/// A sentence as it is set on the screen.
using Rich = std::vector<Span>;

/// Reads the notation of assets/words: 漢字《かんじ》 gives the kanji before it that reading, ｜ marks where
/// the base begins when it is more than the kanji, *bold* stands out.
[[nodiscard]] Rich parse_rich(std::string_view marked);

/// A sentence of which the whole reading is known in kana (spaces allowed): each run of kanji receives its
/// part of it, found by matching the kana around it (は as わ, へ as え, を as お). Without ruby when the two
/// do not match.
[[nodiscard]] Rich with_reading(std::string_view text, std::string_view reading);

/// One span without ruby, exactly as given: for names, addresses and other words of a person.
[[nodiscard]] Rich as_is(std::string_view text);

/// Words that are Japanese whatever the visitor reads.
[[nodiscard]] Rich in_japanese(Rich words);

[[nodiscard]] std::string plain(const Rich& rich);
/// How the sentence is said: every base with ruby replaced by it.
[[nodiscard]] std::string reading_of(const Rich& rich);
/// True when a kanji stands without ruby.
[[nodiscard]] bool lacks_ruby(const Rich& rich);

/// The code points of a UTF-8 text; a byte that is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view utf8);
void append_utf8(std::string& to, char32_t character);
[[nodiscard]] bool is_kanji(char32_t character);

}  // namespace kiosk
