#include "forms/rules/effort.hpp"

#include <algorithm>

namespace forms {

Effort Efforts::of(std::uint32_t at) const {
    if (at == kNoNode) return {};
    const auto& node = rules_.nodes[at];
    Effort inside;
    if (node.op == Op::Scalar || node.op == Op::OfPerson || node.op == Op::OfNth) inside = terms_[node.term];
    for (std::uint32_t i = 0; i < node.count; ++i) {
        const auto child = of(rules_.children[node.first + i]);
        inside.nodes += child.nodes;
        inside.depth = std::max(inside.depth, child.depth);
    }
    const bool of_all = node.op == Op::Any || node.op == Op::All || node.op == Op::Count;
    const auto times = of_all ? std::uint64_t{kMaxPersons} : 1U;
    // Beyond the bound it no longer matters by how much: no sum of such numbers overflows.
    return {std::min(1 + inside.nodes * times, Effort::kMostNodes + 1), inside.depth + 1};
}

}  // namespace forms
