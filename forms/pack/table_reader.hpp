#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"
#include "forms/pack/problem.hpp"
#include "forms/pack/reference.hpp"
#include "forms/pack/toml_file.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// Reads the entries of one table by name and type, and remembers which were read: the rest are unknown keys.
/// Every disappointment becomes a Problem with its place; reading goes on with a default. The names asked for
/// must live as long as the reader.
class TableReader {
public:
    TableReader(const TomlTable& table, Position at, std::vector<Problem>& problems,
                std::vector<Reference>* references = nullptr)
        : table_(&table), at_(std::move(at)), problems_(&problems), references_(references) {}

    [[nodiscard]] const Position& at() const { return at_; }
    [[nodiscard]] bool has(std::string_view key) const { return table_->find(key) != nullptr; }
    /// The place of an entry's value; of the table when it is not there.
    [[nodiscard]] Position at(std::string_view key) const;

    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string required_text(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key);
    /// An integer from lowest to highest, or `otherwise`.
    [[nodiscard]] int integer(std::string_view key, int lowest, int highest, int otherwise);
    [[nodiscard]] std::optional<double> number(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key, bool otherwise);
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    /// `{ja = "…", en = "…"}`, or one string for Japanese only.
    [[nodiscard]] Text words(std::string_view key);
    [[nodiscard]] Text required_words(std::string_view key);
    /// Several of them.
    [[nodiscard]] std::vector<Text> many_words(std::string_view key);
    /// `["a", "b"]`, or one string.
    [[nodiscard]] std::vector<std::string> list(std::string_view key);
    /// Notes the names under a key (one, or an array of them), so that check can say where one points at
    /// nothing.
    void refer(std::string_view key, Reference::To to);
    [[nodiscard]] std::vector<Date> dates(std::string_view key);
    /// A rule: a string, or true/false written as such.
    [[nodiscard]] Expression rule(std::string_view key);
    /// A nested table, or nullptr.
    [[nodiscard]] const TomlTable* table(std::string_view key);
    /// The tables of `[[key]]` or `key = [{…}]` with their places.
    [[nodiscard]] std::vector<TableReader> tables(std::string_view key);
    /// The entries of `[key.name]` with the name of each and its place.
    [[nodiscard]] std::vector<std::pair<std::string, TableReader>> named_tables(std::string_view key);
    /// A table inside, as a reader; empty when it is not there.
    [[nodiscard]] std::optional<TableReader> inner(std::string_view key);
    /// Any value; nullptr when it is not there.
    [[nodiscard]] const TomlValue* any(std::string_view key);

    /// One of a few words.
    template <class Enum, std::size_t N>
    [[nodiscard]] Enum one_of(std::string_view key,
                              const std::array<std::pair<std::string_view, Enum>, N>& words, Enum otherwise) {
        const auto* entry = table_->find(key);
        if (!entry) return otherwise;
        const auto word = text(key);
        for (const auto& [name, value] : words)
            if (name == word) return value;
        std::vector<std::string> known;
        for (const auto& [name, value] : words) known.emplace_back(name);
        unknown_value(key, word, known);
        return otherwise;
    }

    void missing(std::string_view key);
    void unknown_value(std::string_view key, std::string_view word, std::span<const std::string> known);
    void out_of_range(std::string_view key, std::string_view expected_ja, std::string_view expected_en);
    void add(std::string_view code, const Position& at, std::string message_ja, std::string message_en);

    /// Reports every entry that nothing asked for. Call last.
    void finish();

private:
    const TomlValue* take(std::string_view key);
    void wrong_type(const TomlValue& value, std::string_view key, std::string_view expected_ja,
                    std::string_view expected_en);
    Text words_of(const TomlValue& value, std::string_view key);
    Position place(const TomlValue& value) const { return {at_.file, value.line, value.column}; }

    const TomlTable* table_;
    Position at_;
    std::vector<Problem>* problems_;
    std::vector<Reference>* references_;
    std::vector<std::string_view> taken_;
};

}  // namespace forms
