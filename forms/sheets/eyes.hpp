#pragma once

#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/pack/pack.hpp"
#include "forms/typeset/faces.hpp"

namespace forms {

/// A character of a name or address that a clerk should compare with the card by eye.
struct EyeCheck {
    std::string character;
    std::string where;  // 「届出をする方の氏名」
    bool operator==(const EyeCheck&) const = default;
};

/// The characters of names and addresses that another system may show in another form: with a variation
/// selector, outside the basic plane, compatibility ideographs, private use, and those no face has; each
/// once.
[[nodiscard]] std::vector<EyeCheck> characters_for_eyes(const Pack& pack, const Facts& facts, Faces& faces);

}  // namespace forms
