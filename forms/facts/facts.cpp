#include "forms/facts/facts.hpp"

#include <algorithm>
#include <charconv>

namespace forms {
namespace {

constexpr int kLargestPerson = 9999;

std::optional<int> person_number(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    if (number < 1 || number > kLargestPerson || digits.front() == '0') return {};
    return number;
}

}  // namespace

void Facts::erase(std::string_view key) {
    if (const auto found = facts_.find(key); found != facts_.end()) facts_.erase(found);
}

const Fact* Facts::find(std::string_view key) const {
    const auto found = facts_.find(key);
    return found == facts_.end() ? nullptr : &found->second;
}

const Value* Facts::value(std::string_view key) const {
    const auto* fact = find(key);
    return fact && fact->value ? &*fact->value : nullptr;
}

std::optional<KeyParts> split_key(std::string_view key) {
    const auto dot = key.find('.');
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == key.size()) return {};
    KeyParts parts{key.substr(0, dot), 0, key.substr(dot + 1)};
    if (parts.subject.back() != ']') return parts;
    const auto bracket = parts.subject.find('[');
    if (bracket == 0 || bracket == std::string_view::npos) return {};
    const auto digits = parts.subject.substr(bracket + 1, parts.subject.size() - bracket - 2);
    const auto number = digits.empty() ? std::nullopt : person_number(digits);
    if (!number) return {};
    parts.person = *number;
    parts.subject = parts.subject.substr(0, bracket);
    return parts;
}

std::string person_key(std::string_view subject, int person, std::string_view name) {
    std::string key(subject);
    if (person > 0) key += '[' + std::to_string(person) + ']';
    key += '.';
    key += name;
    return key;
}

std::string key_of_person(std::string_view item, int person) {
    const auto dot = item.find('.');
    if (person == 0 || dot == std::string_view::npos) return std::string(item);
    return person_key(item.substr(0, dot), person, item.substr(dot + 1));
}

std::vector<int> persons_of(const Facts& facts, std::string_view role) {
    std::vector<int> persons;
    const auto prefix = std::string(role) + '[';
    for (auto at = facts.from(prefix); at != facts.end() && at->first.starts_with(prefix); ++at)
        if (const auto parts = split_key(at->first)) persons.push_back(parts->person);
    std::ranges::sort(persons);
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    return persons;
}

void remove_person(Facts& facts, std::string_view role, int person) {
    const auto prefix = person_key(role, person, "");
    std::vector<std::string> gone;
    for (const auto& [key, fact] : facts)
        if (key.starts_with(prefix)) gone.push_back(key);
    for (const auto& key : gone) facts.erase(key);

    const auto count_key = person_key(role, 0, "count");
    const auto* count = facts.find(count_key);
    if (!count || !count->value) return;
    const auto* number = std::get_if<std::int64_t>(&*count->value);
    if (number && *number > 0) facts.set(count_key, {Value{*number - 1}, count->from});
}

}  // namespace forms
