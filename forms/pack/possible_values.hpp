#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "forms/pack/pack.hpp"

namespace forms {

/// For everything that can be told, values that stand for all others: each choice a rule names and one of
/// those it does not, both sides of each number and date a rule compares with, the days around each birthday
/// an age asks about.
class PossibleValues {
public:
    /// For every rule of a pack.
    PossibleValues(const Pack& pack, Date today);
    /// For one rule and what it rests on.
    PossibleValues(const Pack& pack, Date today, std::uint32_t rule);

    /// Whether a rule rests on what a city decides: it may be switched off here and on elsewhere.
    [[nodiscard]] bool rests_on_settings() const { return settings_; }

    /// The values of a term that is an item.
    [[nodiscard]] std::vector<Cell> of(std::uint32_t term) const;

private:
    void note(const Node& node);
    void note_rule(std::uint32_t node, std::vector<bool>& seen);
    [[nodiscard]] std::vector<Cell> choices(const Term& term) const;
    [[nodiscard]] std::vector<Cell> numbers(const Item& item) const;
    [[nodiscard]] std::vector<Cell> days() const;
    [[nodiscard]] std::vector<Cell> texts() const;

    const Pack& pack_;
    Date today_;
    std::set<Cell> numbers_;
    std::set<Cell> ages_;  // besides the numbers
    bool settings_ = false;
    std::set<Cell> days_;
    std::set<Cell> words_;
};

}  // namespace forms
