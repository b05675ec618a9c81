#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Bytes of a text: from, and one past the last.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(from, to - from); }
    bool operator==(const Span&) const = default;
};

/// Where a text may be taken apart. Keeps ICU's rule tables between calls; one per thread.
class TextBreaks {
public:
    TextBreaks();
    TextBreaks(TextBreaks&&) noexcept;
    TextBreaks& operator=(TextBreaks&&) noexcept;
    ~TextBreaks();

    /// What a reader takes for one character: a base with its variation selector and marks, か with U+3099, a
    /// whole Hangul syllable (UAX #29).
    [[nodiscard]] std::vector<Span> clusters(std::string_view text);

    /// The bytes at which a line may begin, the text's own beginning left out. Japanese by strict kinsoku: no
    /// line begins with 、。」ーぁっ or ends with 「（. Throws std::runtime_error when ICU's data is not
    /// installed.
    [[nodiscard]] std::vector<std::size_t> line_starts(std::string_view text, std::string_view language);

    /// Those of them at which a reader would pause: after marks and spaces, and where a Japanese phrase
    /// begins (医療券を / お使いだった). Other languages: line_starts.
    [[nodiscard]] std::vector<std::size_t> phrase_starts(std::string_view text, std::string_view language);

private:
    [[nodiscard]] std::vector<std::size_t> line_starts_in(std::string_view text, const std::string& locale);
    struct Iterators;
    std::unique_ptr<Iterators> iterators_;
};

}  // namespace forms
