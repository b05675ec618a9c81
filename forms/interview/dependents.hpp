#pragma once

#include <cstdint>
#include <vector>

#include "forms/pack/pack.hpp"

namespace forms {

/// Who reads what in the visits of one event: after an answer only these are worked out again. Worth making
/// where many answers follow each other; a single visit is worked out as fast without.
struct Dependents {
    Dependents(const Pack& pack, std::uint64_t event);

    using Lists = std::vector<std::vector<std::uint32_t>>;
    Lists acts;          // by term: places in Plan::order that read it
    Lists acts_of_role;  // by role: those that read any of its persons, and the one that counts them
    // By term, also through computed items: whose result or missing answers can change with it.
    Lists procedures;
    Lists questions;  // through their gates
    Lists sheets;     // through their conditions and expressions
};

}  // namespace forms
