#pragma once

#include <vector>

#include "forms/pack/load.hpp"
#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// Each looks at one side of a pack and adds what it finds.
void check_references(const Loaded& loaded, std::vector<Problem>& problems);  // names that point at nothing
void check_duplicates(const Pack& pack, std::vector<Problem>& problems);      // the same name twice

void check_meaning(const Pack& pack,
                   std::vector<Problem>& problems);  // rules and gates that cannot come out both ways
void check_use(const Pack& pack, std::vector<Problem>& problems);     // what nothing uses, asks or supplies
void check_words(const Pack& pack, std::vector<Problem>& problems);   // languages, readings, sources
void check_fields(const Pack& pack, std::vector<Problem>& problems);  // what is placed on sheets

}  // namespace forms
