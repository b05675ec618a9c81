#pragma once

#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// Answers that cannot all be true of one family: a death before the birth. Who gave them is kindly asked
/// again, and no paper is written from them.
struct Impossible {
    std::string id;
    Expression when;                // impossible where this is true; unknown is possible
    std::vector<std::string> same;  // and where these items hold the same text: rules do not compare texts
    std::vector<std::string> questions;  // whose answers it rests on
    Text text;                           // what does not fit, as a person would be asked about it
    Position at;
};

}  // namespace forms
