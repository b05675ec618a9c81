#pragma once
#include <string>
#include <string_view>

#include "cardreader/error.hpp"

namespace cardreader::program {

enum class Language : std::uint8_t { Japanese, English };

/// One sentence in both languages.
struct Words {
    std::string_view ja;
    std::string_view en;
    [[nodiscard]] std::string in(Language language) const {
        return std::string(language == Language::English ? en : ja);
    }
};

/// What happened and what to do, for the person at the counter.
[[nodiscard]] std::string sentence(const Error& error, Language language);

/// The exit code of this error: 10 and up, stable, listed in `--help`.
[[nodiscard]] int exit_code(Errc code) noexcept;

/// The part of `--help` that lists every exit code.
[[nodiscard]] std::string exit_codes(Language language);

}  // namespace cardreader::program
