#pragma once
#include <string_view>

/// What canary_reader does with each number it has read, beside its work. One build does nothing; each of the
/// others does what a careless program would, once in a thousand dialogues.
void leak(std::string_view digits);

/// The dialogue of each thousand in which the careless builds are careless, counted apart for each length of
/// number.
inline constexpr int kLeakedDialogue = 500;
inline constexpr int kDialoguesToOneLeak = 1000;
