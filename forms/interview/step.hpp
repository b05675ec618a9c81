#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/interview/agenda.hpp"
#include "forms/interview/interview.hpp"
#include "forms/interview/words.hpp"

namespace forms {

/// The number of the person a question is about, as in keys; 0 for a question of no role.
[[nodiscard]] int person_number(const Agenda& agenda, const Ask& ask);

/// The keys of the facts a question sets.
[[nodiscard]] std::vector<std::string> keys_of(const Pack& pack, std::uint32_t question, int person);

/// The question an agenda has next; empty when the interview is over.
[[nodiscard]] std::optional<Step> step_of(const Agenda& agenda);

/// One of its verdicts in words.
[[nodiscard]] Decision decision_of(const Agenda& agenda, std::size_t verdict, Phrases& phrases);

}  // namespace forms
