#pragma once

#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"
#include "forms/rules/deadline.hpp"

namespace forms {

/// One thing a city decides: an amount, a period, whether the office acts on its own. Rules read it as
/// `setting.id`.
struct Setting {
    std::string id;
    Value value;
    Text label;
    std::string source;
    Position at;
};

/// Everything a city changes, apart from national law.
struct Settings {
    std::vector<Setting> all;
    Closed closed;

    [[nodiscard]] const Setting* find(std::string_view id) const;
};

}  // namespace forms
