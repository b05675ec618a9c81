#pragma once

#include <cstdint>
#include <string>

namespace forms {

/// A place in a pack's files, counted from 1; line 0 means the file as a whole.
struct Position {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(const Position&) const = default;
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

/// A rule as written in a pack and where it was compiled to. Empty text: no rule was given.
struct Expression {
    std::string text;
    Position at;
    std::uint32_t node = kNoNode;  // in Pack::rules; kNoNode when there is no rule, or it has an error
    [[nodiscard]] bool given() const { return !text.empty(); }
};

}  // namespace forms
