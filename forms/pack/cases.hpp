#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

/// One of a pack's own examples: facts, and what must come of them.
struct Case {
    std::string id;
    Text title;
    std::string event;
    Date as_of{};
    Facts facts;
    std::vector<std::string> applies;  // procedures
    std::vector<std::string> ask;
    std::vector<std::string> does_not_apply;
    bool all = false;                            // no other procedure may apply or be asked about
    std::map<std::string, Date> deadlines;       // by procedure
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
