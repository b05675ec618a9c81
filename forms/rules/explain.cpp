#include "forms/rules/explain.hpp"

#include <algorithm>

namespace forms {
namespace {

constexpr Cell kTrue = 1;
constexpr Cell kFalse = 0;

/// Walks a rule along the parts that made its value.
class Explainer {
public:
    Explainer(const Rules& rules, const Situation& situation, std::vector<Leaf>& leaves)
        : rules_(rules), situation_(situation), leaves_(leaves) {}

    void support(std::uint32_t at, const Whose& whose) {
        if (at == kNoNode) return;
        const auto& node = rules_.nodes[at];
        switch (node.op) {
            case Op::Literal:
                return;
            case Op::Scalar:
                return support_term(node.term, -1, whose);
            case Op::OfPerson:
                return support_term(node.term, whose.person[node.role], whose);
            case Op::OfNth:
                return support_term(node.term, static_cast<std::int8_t>(node.nth - 1), whose);
            case Op::And:
                return support_connected(node, whose, kFalse);
            case Op::Or:
                return support_connected(node, whose, kTrue);
            case Op::Any:
                return support_people(node, whose, kTrue);
            case Op::All:
                return support_people(node, whose, kFalse);
            case Op::Count:
                return support_people(node, whose, kSaidUnknown);
            default:
                for (std::uint32_t i = 0; i < node.count; ++i)
                    support(rules_.children[node.first + i], whose);
        }
    }

private:
    void add(std::uint32_t term, std::int8_t person) {
        const Leaf leaf{term, person};
        if (std::ranges::find(leaves_, leaf) == leaves_.end()) leaves_.push_back(leaf);
    }

    void support_term(std::uint32_t number, std::int8_t person, const Whose& whose) {
        const auto& term = rules_.vocabulary.terms[number];
        if (term.condition) return support(term.computed, whose);
        add(number, person);
    }

    void support_connected(const Node& node, const Whose& whose, Cell decides) {
        for (std::uint32_t i = 0; i < node.count; ++i) {
            const auto child = rules_.children[node.first + i];
            if (evaluate(rules_, child, situation_, whose) == decides) return support(child, whose);
        }
        for (std::uint32_t i = 0; i < node.count; ++i) support(rules_.children[node.first + i], whose);
    }

    void support_people(const Node& node, Whose whose, Cell decides) {
        const auto& people = situation_.people[static_cast<std::size_t>(node.role)];
        const auto count = rules_.vocabulary.roles[static_cast<std::size_t>(node.role)].count_term;
        if (node.count == 0 || people.numbers.empty()) {
            if (count) add(*count, -1);
            return;
        }
        const auto child = rules_.children[node.first];
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[node.role] = static_cast<std::int8_t>(i);
            if (evaluate(rules_, child, situation_, whose) == decides) return support(child, whose);
        }
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[node.role] = static_cast<std::int8_t>(i);
            support(child, whose);
        }
    }

    const Rules& rules_;
    const Situation& situation_;
    std::vector<Leaf>& leaves_;
};

}  // namespace

void add_missing(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose,
                 std::vector<Leaf>& leaves) {
    std::vector<Leaf> missing;
    (void)evaluate(rules, node, situation, whose, missing);
    for (const auto& leaf : missing)
        if (std::ranges::find(leaves, leaf) == leaves.end()) leaves.push_back(leaf);
}

void add_support(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose,
                 std::vector<Leaf>& leaves) {
    Explainer(rules, situation, leaves).support(node, whose);
}

Cell cell_of(const Rules& rules, const Situation& situation, const Leaf& leaf) {
    const auto& term = rules.vocabulary.terms[leaf.term];
    if (term.role == kNoRole) return situation.scalars[term.column];
    return situation.people[static_cast<std::size_t>(term.role)].cell(static_cast<std::size_t>(leaf.person),
                                                                      term.column);
}

}  // namespace forms
