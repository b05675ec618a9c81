#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "forms/pack/pack.hpp"

namespace forms {

/// The whole truth about a visit: a value for everything that can be told. What no resident knows is known
/// here.
struct Truth {
    std::vector<Cell> scalars;              // by column
    std::vector<std::vector<Cell>> people;  // by role: persons × columns
    std::vector<std::size_t> columns;       // by role
    std::vector<std::size_t> counts;        // by role: how many persons there are
};

/// A second evaluator of the rule language, written apart from the first on purpose: two-valued, over a whole
/// truth, straight from the rule's text, without tables, short cuts or unknowns. `prove` holds the two
/// against each other.
class Plain {
public:
    /// Reads every procedure's rule, computed item and named condition of a pack that has no errors.
    explicit Plain(const Pack& pack);
    ~Plain();
    Plain(Plain&&) noexcept;
    Plain& operator=(Plain&&) noexcept;

    /// Whether a procedure's rule is true.
    [[nodiscard]] bool applies(std::size_t procedure, const Truth& truth) const;

private:
    struct Rule;
    struct Reader;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace forms
