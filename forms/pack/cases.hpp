#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// One of a pack's own examples: a family's facts, and what must come of them. Written so:
///   [[case]]
///   name = "…"  event = "bereavement"  as_of = 2026-11-28  law = "…"
///   expect = {applies = ["nhi_loss"], ask = ["pension_death_report"]}     # every other procedure must not
///   apply dates = {nhi_loss = 2026-12-02}  reasons = {nhi_loss = "健康保険：国民健康保険"} unknown =
///   ["deceased.pension_linked"] [case.facts] "deceased.death_date" = 2026-11-17
struct Case {
    std::string name;
    std::string law;  // what decides, for the reader
    std::string event;
    Date as_of{};
    Facts facts;
    std::vector<std::string> applies;            // procedures
    std::vector<std::string> ask;                // procedures
    std::map<std::string, Date> dates;           // deadlines by procedure
    std::map<std::string, std::string> reasons;  // by procedure: words that must be among its reasons
    Position at;
};

/// The cases of a pack and the problems of reading them.
struct Cases {
    std::vector<Case> cases;
    std::vector<Problem> problems;
};

/// Reads every `cases/*.toml` of a pack's folder.
[[nodiscard]] Cases load_cases(const Pack& pack);

/// The same for one file in memory.
[[nodiscard]] Cases read_cases(const Pack& pack, std::string_view text, const std::string& name);

}  // namespace forms
