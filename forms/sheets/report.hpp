#pragma once

#include <string>
#include <vector>

namespace forms {

/// A value that did not go into its field and stands on the continuation sheet (別紙) instead.
struct Overflow {
    std::string field;  // id
    std::string label;
    double excess =
        0;  // mm by which one line of the smallest letters is wider than the field; cells: cells too few
    bool place_taken = false;  // it goes in, but another field's words stand there already
    bool operator==(const Overflow&) const = default;
};

/// Characters of a value that no face has in the form asked for.
struct UndrawnCharacters {
    std::string field;
    std::string code_points;  // `U+10DE92`
    bool base_shown = false;
    bool operator==(const UndrawnCharacters&) const = default;
};

/// What a person must know about one filled sheet. Holds no value of a field.
struct SheetReport {
    std::vector<Overflow> overflows;
    std::vector<UndrawnCharacters> undrawn;
    std::vector<std::string> missing;  // ids of required fields without a value
    std::vector<std::string>
        refused;  // ids of fields whose value may not be written (turning or invisible characters)
    std::vector<std::string> unwritten;  // ids of signature fields: left for the person's own hand
    [[nodiscard]] bool clean() const {
        return overflows.empty() && undrawn.empty() && missing.empty() && refused.empty();
    }
};

}  // namespace forms
