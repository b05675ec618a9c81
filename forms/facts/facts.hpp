#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/facts/fact.hpp"

namespace forms {

/// Everything said and read in one visit, by key: `deceased.birth_date`, or `household[2].birth_date` for a
/// repeated person.
class Facts {
public:
    using Map = std::map<std::string, Fact, std::less<>>;

    /// Adds or replaces one fact.
    void set(std::string key, Fact fact) { facts_.insert_or_assign(std::move(key), std::move(fact)); }

    /// Forgets one fact; nothing happens when it is not there.
    void erase(std::string_view key);

    /// The fact under a key, or nullptr when nothing was said.
    [[nodiscard]] const Fact* find(std::string_view key) const;

    /// The value under a key, or nullptr when nothing was said or わからない was.
    [[nodiscard]] const Value* value(std::string_view key) const;

    [[nodiscard]] Map::const_iterator begin() const { return facts_.begin(); }
    /// The first fact whose key is not less.
    [[nodiscard]] Map::const_iterator from(std::string_view key) const { return facts_.lower_bound(key); }
    [[nodiscard]] Map::const_iterator end() const { return facts_.end(); }
    [[nodiscard]] std::size_t size() const { return facts_.size(); }
    [[nodiscard]] bool empty() const { return facts_.empty(); }

    bool operator==(const Facts&) const = default;

private:
    Map facts_;
};

/// The parts of a key. `person` is 0 for a person that does not repeat.
struct KeyParts {
    std::string_view subject;
    int person = 0;
    std::string_view name;
    bool operator==(const KeyParts&) const = default;
};

/// Splits `household[2].birth_date`; empty when the key is not written so, or the number is not 1 to 9999.
[[nodiscard]] std::optional<KeyParts> split_key(std::string_view key);

/// `household`, 2, `birth_date` → `household[2].birth_date`; person 0 → `household.birth_date`.
[[nodiscard]] std::string person_key(std::string_view subject, int person, std::string_view name);

/// The key of an item (`household.birth_date`) for one person (2) of its repeated role.
[[nodiscard]] std::string key_of_person(std::string_view item, int person);

/// The numbers of the persons of a role of whom something is known, ascending.
[[nodiscard]] std::vector<int> persons_of(const Facts& facts, std::string_view role);

/// Forgets everything about one repeated person and, when `role.count` is known, counts one less.
void remove_person(Facts& facts, std::string_view role, int person);

}  // namespace forms
