#pragma once

#include <string>

#include "kiosk/model/paper.hpp"

namespace kiosk {

/// How the check of the card's signature ended, for machines: `not-checked`, `verified`,
/// `verified-test-issuer`, `failed-anchor` and the other steps. Empty when no card was read.
[[nodiscard]] std::string card_check(const Submission& submission);

/// The same in words for the clerk, as the routing slip that the resident carries may say them. Empty when no
/// card was read.
[[nodiscard]] std::string card_words(const Submission& submission);

}  // namespace kiosk
