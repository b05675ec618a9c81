#pragma once

#include <iosfwd>
#include <optional>

#include "forms/commands.hpp"
#include "forms/interview/answers.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// A pack and the answers of one visit, read for a command.
struct VisitFiles {
    Pack pack;
    Answers answers;
};

/// Reads both. When something is wrong, an impossible family among it, says so on `err` and leaves the exit
/// code in `code`.
[[nodiscard]] std::optional<VisitFiles> read_visit(const VisitOptions& options, Speech speech,
                                                   std::ostream& err, int& code);

}  // namespace forms
