#include "forms/facts/text.hpp"

#include <algorithm>

namespace forms {

const std::string* Text::find(std::string_view language) const {
    if (language == "ja") return &ja;
    const auto found = std::ranges::find(others, language, &std::pair<std::string, std::string>::first);
    return found == others.end() ? nullptr : &found->second;
}

const std::string& Text::in(std::string_view language) const {
    const auto* words = find(language);
    return words && !words->empty() ? *words : ja;
}

void Text::put(std::string_view language, std::string words) {
    if (language == "ja") {
        ja = std::move(words);
        return;
    }
    const auto found = std::ranges::find(others, language, &std::pair<std::string, std::string>::first);
    if (found == others.end()) {
        others.emplace_back(std::string(language), std::move(words));
    } else {
        found->second = std::move(words);
    }
}

}  // namespace forms
