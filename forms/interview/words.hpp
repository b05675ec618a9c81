#pragma once

#include <optional>
#include <string>

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

/// A decision in words: reasons, what is missing, deadline and amount.
[[nodiscard]] Decision describe(const Pack& pack, const Board& board, std::uint32_t procedure, Cell verdict,
                                bool open);

}  // namespace forms
