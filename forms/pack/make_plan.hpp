#pragma once

#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// Works out a compiled pack's plan. Rules that depend on each other in a circle become problems and lose
/// their rule.
void make_plan(Pack& pack, std::vector<Problem>& problems);

}  // namespace forms
