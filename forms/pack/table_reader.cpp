#include "forms/pack/table_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "forms/pack/codes.hpp"
#include "forms/rules/nearest.hpp"

namespace forms {
namespace {

constexpr std::size_t kUsualKeys = 24;  // of one table

}  // namespace

Position TableReader::at(std::string_view key) const {
    const auto* entry = table_->find(key);
    return entry ? Position{at_.file, entry->value.line, entry->value.column} : at_;
}

const TomlValue* TableReader::take(std::string_view key) {
    if (taken_.empty()) taken_.reserve(kUsualKeys);
    taken_.push_back(key);
    const auto* entry = table_->find(key);
    return entry ? &entry->value : nullptr;
}

const TomlValue* TableReader::any(std::string_view key) {
    return take(key);
}

std::string TableReader::text(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    if (const auto* text = std::get_if<std::string>(&value->data)) return *text;
    wrong_type(*value, key, "文字列", "a string");
    return {};
}

std::string TableReader::required_text(std::string_view key) {
    auto result = text(key);
    if (result.empty() && !has(key)) missing(key);
    if (result.empty() && has(key)) out_of_range(key, "空でない文字列", "a string that is not empty");
    return result;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    if (const auto* number = std::get_if<std::int64_t>(&value->data)) return *number;
    wrong_type(*value, key, "整数", "an integer");
    return {};
}

int TableReader::integer(std::string_view key, int lowest, int highest, int otherwise) {
    const auto value = integer(key);
    if (!value) return otherwise;
    if (*value >= lowest && *value <= highest) return static_cast<int>(*value);
    out_of_range(key, fmt::format("{} 以上 {} 以下", lowest, highest),
                 fmt::format("{} to {}", lowest, highest));
    return otherwise;
}

std::optional<double> TableReader::number(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    if (const auto* number = std::get_if<double>(&value->data)) return *number;
    if (const auto* whole = std::get_if<std::int64_t>(&value->data)) return static_cast<double>(*whole);
    wrong_type(*value, key, "数", "a number");
    return {};
}

bool TableReader::flag(std::string_view key, bool otherwise) {
    const auto* value = take(key);
    if (!value) return otherwise;
    if (const auto* flag = std::get_if<bool>(&value->data)) return *flag;
    wrong_type(*value, key, "true か false", "true or false");
    return otherwise;
}

std::optional<Date> TableReader::date(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    if (const auto* date = std::get_if<Date>(&value->data)) return *date;
    wrong_type(*value, key, "日付 (例 2026-11-22)", "a date such as 2026-11-22");
    return {};
}

Text TableReader::words_of(const TomlValue& value, std::string_view key) {
    Text text;
    if (const auto* ja = std::get_if<std::string>(&value.data)) {
        text.ja = *ja;
        return text;
    }
    const auto* table = std::get_if<TomlTable>(&value.data);
    if (!table) {
        wrong_type(value, key, "{ja = \"…\"} か文字列", "{ja = \"…\"} or a string");
        return text;
    }
    for (const auto& entry : table->entries) {
        const auto* words = std::get_if<std::string>(&entry.value.data);
        if (!words) {
            wrong_type(entry.value, entry.key, "文字列", "a string");
        } else if (entry.key == "reading") {
            text.reading = *words;
        } else {
            text.put(entry.key, *words);
        }
    }
    if (text.ja.empty())
        add(codes::kMissingKey, place(value), fmt::format("{} に日本語 (ja) がありません", key),
            fmt::format("{} has no Japanese words (ja)", key));
    return text;
}

Text TableReader::words(std::string_view key) {
    const auto* value = take(key);
    return value ? words_of(*value, key) : Text{};
}

Text TableReader::required_words(std::string_view key) {
    if (!has(key)) missing(key);
    return words(key);
}

std::vector<Text> TableReader::many_words(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    const auto* values = std::get_if<std::vector<TomlValue>>(&value->data);
    if (!values) return {words_of(*value, key)};
    std::vector<Text> result;
    for (const auto& each : *values) result.push_back(words_of(each, key));
    return result;
}

std::vector<std::string> TableReader::list(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    if (const auto* single = std::get_if<std::string>(&value->data)) return {*single};
    const auto* values = std::get_if<std::vector<TomlValue>>(&value->data);
    if (!values) {
        wrong_type(*value, key, "文字列の並び", "an array of strings");
        return {};
    }
    std::vector<std::string> result;
    for (const auto& each : *values) {
        if (const auto* text = std::get_if<std::string>(&each.data)) {
            result.push_back(*text);
        } else {
            wrong_type(each, key, "文字列", "a string");
        }
    }
    return result;
}

void TableReader::refer(std::string_view key, Reference::To to) {
    const auto* entry = table_->find(key);
    if (!entry || !references_) return;
    const auto note = [&](const TomlValue& value) {
        if (const auto* text = std::get_if<std::string>(&value.data))
            references_->push_back({to, *text, place(value)});
    };
    note(entry->value);
    if (const auto* values = std::get_if<std::vector<TomlValue>>(&entry->value.data))
        for (const auto& each : *values) note(each);
}

std::vector<Date> TableReader::dates(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    const auto* values = std::get_if<std::vector<TomlValue>>(&value->data);
    if (!values) {
        wrong_type(*value, key, "日付の並び", "an array of dates");
        return {};
    }
    std::vector<Date> result;
    for (const auto& each : *values) {
        if (const auto* date = std::get_if<Date>(&each.data)) {
            result.push_back(*date);
        } else {
            wrong_type(each, key, "日付 (例 2026-11-22)", "a date such as 2026-11-22");
        }
    }
    return result;
}

Expression TableReader::rule(std::string_view key) {
    Expression expression;
    const auto* value = take(key);
    if (!value) return expression;
    expression.at = {at_.file, value->text_line > 0 ? value->text_line : value->line,
                     value->text_line > 0 ? value->text_column : value->column};
    if (const auto* text = std::get_if<std::string>(&value->data)) {
        expression.text = *text;
    } else if (const auto* flag = std::get_if<bool>(&value->data)) {
        expression.text = *flag ? "true" : "false";
    } else {
        wrong_type(*value, key, "条件の文字列", "a rule as a string");
    }
    return expression;
}

const TomlTable* TableReader::table(std::string_view key) {
    const auto* value = take(key);
    if (!value) return nullptr;
    if (const auto* table = std::get_if<TomlTable>(&value->data)) return table;
    wrong_type(*value, key, "表 {…}", "a table {…}");
    return nullptr;
}

std::optional<TableReader> TableReader::inner(std::string_view key) {
    const auto* found = table(key);
    if (!found) return {};
    return TableReader(*found, at(key), *problems_, references_);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
    const auto* value = take(key);
    if (!value) return {};
    const auto* values = std::get_if<std::vector<TomlValue>>(&value->data);
    if (!values) {
        wrong_type(*value, key, "表の並び [[…]]", "an array of tables [[…]]");
        return {};
    }
    std::vector<TableReader> result;
    result.reserve(values->size());
    for (const auto& each : *values) {
        if (const auto* table = std::get_if<TomlTable>(&each.data)) {
            result.emplace_back(*table, place(each), *problems_, references_);
        } else {
            wrong_type(each, key, "表 {…}", "a table {…}");
        }
    }
    return result;
}

std::vector<std::pair<std::string, TableReader>> TableReader::named_tables(std::string_view key) {
    const auto* all = table(key);
    if (!all) return {};
    std::vector<std::pair<std::string, TableReader>> result;
    result.reserve(all->entries.size());
    for (const auto& entry : all->entries) {
        if (const auto* inside = std::get_if<TomlTable>(&entry.value.data)) {
            result.emplace_back(entry.key, TableReader(*inside, {at_.file, entry.line, entry.column},
                                                       *problems_, references_));
        } else {
            wrong_type(entry.value, entry.key, "表 {…}", "a table {…}");
        }
    }
    return result;
}

void TableReader::missing(std::string_view key) {
    add(codes::kMissingKey, at_, fmt::format("{} がありません", key), fmt::format("{} is missing", key));
}

void TableReader::unknown_value(std::string_view key, std::string_view word,
                                std::span<const std::string> known) {
    const auto near = nearest(word, known);
    std::string list;
    for (const auto& each : known) list += (list.empty() ? "" : ", ") + each;
    add(codes::kUnknownValue, at(key),
        fmt::format("{} の値「{}」は使えません。{}使えるのは {}", key, word,
                    near.empty() ? "" : fmt::format("「{}」ですか。", near), list),
        fmt::format("{} cannot be \"{}\"; {}it is one of {}", key, word,
                    near.empty() ? "" : fmt::format("did you mean \"{}\"? ", near), list));
}

void TableReader::out_of_range(std::string_view key, std::string_view expected_ja,
                               std::string_view expected_en) {
    add(codes::kOutOfRange, at(key), fmt::format("{} は{}でなければなりません", key, expected_ja),
        fmt::format("{} must be {}", key, expected_en));
}

void TableReader::wrong_type(const TomlValue& value, std::string_view key, std::string_view expected_ja,
                             std::string_view expected_en) {
    add(codes::kWrongType, place(value), fmt::format("{} は{}でなければなりません", key, expected_ja),
        fmt::format("{} must be {}", key, expected_en));
}

void TableReader::add(std::string_view code, const Position& at, std::string message_ja,
                      std::string message_en) {
    problems_->push_back(problem(code, at, std::move(message_ja), std::move(message_en)));
}

void TableReader::finish() {
    for (const auto& entry : table_->entries) {
        if (std::ranges::find(taken_, entry.key) != taken_.end()) continue;
        const std::set<std::string> known(taken_.begin(), taken_.end());
        const auto near = problems_->size() < kMostGuesses
                              ? nearest(entry.key, std::vector(known.begin(), known.end()))
                              : std::string{};
        add(codes::kUnknownKey, {at_.file, entry.line, entry.column},
            near.empty() ? fmt::format("「{}」という欄はありません", entry.key)
                         : fmt::format("「{}」という欄はありません。「{}」ですか", entry.key, near),
            near.empty() ? fmt::format("there is no key \"{}\"", entry.key)
                         : fmt::format("there is no key \"{}\"; did you mean \"{}\"?", entry.key, near));
    }
}

}  // namespace forms
