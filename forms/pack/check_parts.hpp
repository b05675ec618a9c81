#pragma once

#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// Each looks at one side of a pack and adds what it finds.
void check_references(const Pack& pack, std::vector<Problem>& problems);  // names that point at nothing
void check_duplicates(const Pack& pack, std::vector<Problem>& problems);  // the same name twice

}  // namespace forms
