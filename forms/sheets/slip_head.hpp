#pragma once

#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/sheets/canvas.hpp"

namespace forms {

/// The text of a fact; empty when it is not known.
[[nodiscard]] std::string text_fact(const Facts& facts, std::string_view key);

/// One person named at the head of a paper.
struct NamedPerson {
    std::string before;  // 「亡くなられた方　」
    std::string name;
    std::string after;  // 「　様　（令和8年11月17日）」
};

/// The applicant and, when there is one, the person who died.
[[nodiscard]] std::vector<NamedPerson> named_persons(const Pack& pack, const Facts& facts);

/// The slip's head down to its rule; gives the y below it (mm).
double draw_slip_head(Canvas& canvas, const Pack& pack, const Facts& facts, const std::string& number,
                      Date today);

}  // namespace forms
