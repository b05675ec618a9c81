#pragma once

#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// What of these answers cannot be true together, in pack order; the pointers are into the pack. Empty for
/// every family there can be.
[[nodiscard]] std::vector<const Impossible*> impossible(const Pack& pack, const Context& context,
                                                        const Facts& facts);

}  // namespace forms
