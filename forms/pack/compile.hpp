#pragma once

#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// Builds the vocabulary of a pack's rules and compiles every rule in it, with its place for messages.
void compile(Pack& pack, std::vector<Problem>& problems);

}  // namespace forms
