#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/facts/fact.hpp"
#include "forms/facts/text.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

enum class ItemType : std::uint8_t {
    YesNo,
    Choice,
    Number,
    Day,
    Text,
    Name,
    Kana,
    Address,
    Phone,
    Postal,
    Digits
};

/// One answer of a choice item.
struct Choice {
    std::string id;
    Text label;
    Text note;
    std::string icon;
};

/// One word of the pack's vocabulary: what can be known of a person or a thing.
struct Item {
    std::string
        key;  // `deceased.birth_date`; for a repeated role the key has no number: `household.birth_date`
    ItemType type{};
    Text label;        // with its reading in kana
    Text note;         // a line under the label where several items stand on one screen
    std::string icon;  // its picture there
    std::vector<Choice> choices;
    std::vector<Provenance> supplied_by;  // Card, Record, Qr: sources that may know it
    std::optional<int> max_length;        // digits
    std::optional<int> min_length;        // digits; where not given all `max_length` are wanted
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    Expression computed;  // given: never asked, always worked out
    Position at;

    /// The label of one of its choices, or nullptr.
    [[nodiscard]] const Choice* choice(std::string_view id) const;
};

}  // namespace forms
