#pragma once

#include <string>

#include "kiosk/model/model.hpp"

namespace kiosk {

/// What is showing, in a word for tests: `question/health_insurance`, `printing+staff_called`. Ids only,
/// nothing personal.
[[nodiscard]] std::string screen_word(const Model& model);

}  // namespace kiosk
