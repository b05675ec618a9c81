#include "forms/rules/vocabulary.hpp"

#include <algorithm>

namespace forms {

std::uint32_t Vocabulary::add_term(std::string key, Kind kind, int role) {
    const auto number = static_cast<std::uint32_t>(terms.size());
    const auto [place, added] = term_by_key.try_emplace(key, number);
    if (!added) return place->second;
    auto& width = role == kNoRole ? columns : roles.at(static_cast<std::size_t>(role)).columns;
    Term term;
    term.key = std::move(key);
    term.kind = kind;
    term.role = role;
    term.column = width++;
    terms.push_back(std::move(term));
    return number;
}

Cell Vocabulary::symbol(std::string_view word) {
    const auto [place, added] = symbols.try_emplace(std::string(word), static_cast<Cell>(words.size()));
    if (added) words.emplace_back(word);
    return place->second;
}

Cell Vocabulary::symbol_of(std::string_view word) const {
    const auto found = symbols.find(std::string(word));
    return found == symbols.end() ? kOtherText : found->second;
}

const Term* Vocabulary::find(std::string_view key) const {
    const auto found = term_by_key.find(std::string(key));
    return found == term_by_key.end() ? nullptr : &terms[found->second];
}

int Vocabulary::role_of(std::string_view id) const {
    const auto found = std::ranges::find(roles, id, &Role::id);
    return found == roles.end() ? kNoRole : static_cast<int>(found - roles.begin());
}

}  // namespace forms
