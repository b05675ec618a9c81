#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/facts/facts.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// What stands in one field of a sheet.
struct FieldValue {
    enum class Draw : std::uint8_t {
        Yes,
        No,
        Unknown
    };  // Unknown: `when` cannot be told yet; nothing is drawn
    Draw draw = Draw::Yes;
    std::optional<Value> value;  // of the item or the expression; empty when not known
    std::string
        text;  // the value as printed in Japanese (a choice's label, 令和8年11月22日); empty when not known
};

/// The values of a sheet's fields, in the order of `sheet.fields`, from the facts that are reachable.
[[nodiscard]] std::vector<FieldValue> field_values(const Pack& pack, const Context& context,
                                                   const Facts& facts, const SheetTemplate& sheet);

}  // namespace forms
