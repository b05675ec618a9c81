#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forms {

/// The words of one thing in every language of a pack: Japanese always, its reading in kana, and others by
/// language id
/// (`easy` is やさしい日本語, `en`, `zh` …).
struct Text {
    std::string ja;
    std::string reading;
    std::vector<std::pair<std::string, std::string>> others;

    /// The words in a language; Japanese when that language has none.
    [[nodiscard]] const std::string& in(std::string_view language) const;

    /// The words in a language, or nullptr when that language has none.
    [[nodiscard]] const std::string* find(std::string_view language) const;

    /// Sets the words of one language.
    void put(std::string_view language, std::string words);

    [[nodiscard]] bool empty() const { return ja.empty(); }
    bool operator==(const Text&) const = default;
};

}  // namespace forms
