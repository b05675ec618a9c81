#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "forms/interview/board.hpp"
#include "forms/rules/decision.hpp"
#include "forms/rules/explain.hpp"

namespace forms {

/// The value of a term's cell; empty when it is not known. Text that rules do not compare with is not kept in
/// cells.
[[nodiscard]] std::optional<Value> value_of(const Vocabulary& vocabulary, const Term& term, Cell cell);

/// The key of a leaf with its person's number: `child[2].birth_date`.
[[nodiscard]] std::string key_of(const Pack& pack, const Situation& situation, const Leaf& leaf);

/// The label of a leaf, with the person's when there are several: お子さん（2人目）の生年月日.
[[nodiscard]] Text label_of(const Pack& pack, const Leaf& leaf);

/// What was put into words already: in a large household the same answers are missing from many rules. Good
/// as long as the persons keep their numbers.
class Phrases {
public:
    /// A missing answer in words; `later`: a question to come asks for it.
    [[nodiscard]] const Missing& missing(const Pack& pack, const Board& board, const Leaf& leaf, bool later);

private:
    std::unordered_map<std::uint64_t, Missing> missing_;
};

/// A decision in words: reasons, what is missing, deadline and amount.
[[nodiscard]] Decision describe(const Pack& pack, const Board& board, std::uint32_t procedure, Cell verdict,
                                bool open, Phrases& phrases);

}  // namespace forms
