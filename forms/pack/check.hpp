#pragma once

#include <vector>

#include "forms/pack/load.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// Everything worth telling the editor of a pack: the problems of reading it and what its parts say of each
/// other, in the order of file, line and column.
[[nodiscard]] std::vector<Problem> check(const Loaded& loaded);

}  // namespace forms
