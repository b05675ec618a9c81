#pragma once

#include <cstdint>

#include "forms/pack/pack.hpp"

namespace forms {

/// A pack cut down to one procedure: its rule, every item the rule rests on, and the questions of an event
/// that lead to them. What only paper needs is left out, so that the interview of the slice is about this one
/// decision.
[[nodiscard]] Pack slice_of(const Pack& pack, std::uint32_t procedure, std::uint64_t event);

}  // namespace forms
