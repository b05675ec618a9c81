#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace forms {

enum class Severity : std::uint8_t { Error, Warning };

/// One finding about a pack, for the person who edits it: where, what, and how to put it right.
struct Problem {
    std::string file;  // as seen from the pack's folder
    int line = 0;      // from 1; 0 when the file as a whole is meant
    int column = 0;
    std::string code;  // stable, such as "unknown-item"; each is explained in forms/pack/codes.hpp
    Severity severity = Severity::Error;
    std::string message;     // Japanese
    std::string remedy;      // Japanese
    std::string message_en;  // the same for --lang en
    std::string remedy_en;
    bool operator==(const Problem&) const = default;
};

/// After so many problems none says any more which name was perhaps meant: each time that is a search through
/// all names of a pack, and of ten thousand mistakes the first are read.
inline constexpr std::size_t kMostGuesses = 100;

}  // namespace forms
