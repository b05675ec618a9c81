#include "forms/interview/impossible.hpp"

#include "forms/interview/board.hpp"

namespace forms {

namespace {

bool same_text(const Facts& facts, const std::vector<std::string>& items) {
    const Value* first = nullptr;
    for (const auto& item : items) {
        const auto* value = facts.value(item);
        if (value == nullptr || (first != nullptr && *value != *first)) return false;
        first = value;
    }
    return true;
}

}  // namespace

std::vector<const Impossible*> impossible(const Pack& pack, const Context& context, const Facts& facts) {
    std::vector<const Impossible*> found;
    if (pack.impossible.empty()) return found;
    const auto board = work_out(pack, read_told(pack, context, facts));
    for (const auto& each : pack.impossible)
        if (each.when.node != kNoNode && same_text(facts, each.same) &&
            evaluate(pack.rules, each.when.node, board.situation, Whose{}) == 1)
            found.push_back(&each);
    return found;
}

}  // namespace forms
