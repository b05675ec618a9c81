#pragma once

#include <cstdint>
#include <string>

#include "forms/rules/expression.hpp"

namespace forms {

/// A name in one part of a pack that stands for another part, with its place.
struct Reference {
    enum class To : std::uint8_t { Item, Event, Section, Division, Question, Sheet, NumberSetting };
    To to{};
    std::string name;
    Position at;
};

}  // namespace forms
