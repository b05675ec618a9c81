#pragma once

#include <string>

#include "forms/interview/interview.hpp"
#include "forms/pack/pack.hpp"
#include "kiosk/model/screen.hpp"

namespace kiosk {

/// What was found, grouped for the person who has to act: by deadline, the money, the unhurried, the other
/// offices.
[[nodiscard]] Results results_of(const forms::Pack& pack, const forms::Context& context,
                                 const forms::Facts& facts);

/// Everything that would be printed, by section, each row with the question that can mend it.
[[nodiscard]] Review review_of(const forms::Pack& pack, const forms::Context& context,
                               const forms::Facts& facts);

/// The division to go to first among those that have something to do; empty when none has.
[[nodiscard]] std::string first_counter(const forms::Pack& pack,
                                        const std::vector<forms::Decision>& decisions);

}  // namespace kiosk
