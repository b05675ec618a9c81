#include "forms/pack/toml_file.hpp"

#include <fmt/core.h>

#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <iterator>

#include "forms/pack/codes.hpp"

namespace forms {
namespace {

/// The lines of a file, to find where the text of a string begins.
class Source {
public:
    explicit Source(std::string_view text) : text_(text) {
        starts_.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts_.push_back(i + 1);
    }

    /// Moves a value's place from its opening quote to its first character.
    void find_text(TomlValue& value) const {
        value.text_line = value.line;
        value.text_column = value.column + 1;
        const auto at = offset(value.line, value.column);
        const auto quotes = text_.substr(std::min(at, text_.size()), 3);
        if (quotes != "\"\"\"" && quotes != "'''") return;
        value.text_column = value.column + 3;
        const auto after = text_.substr(at + 3, 2);
        if (!after.starts_with('\n') && after != "\r\n") return;
        ++value.text_line;
        value.text_column = 1;
    }

private:
    std::size_t offset(int line, int column) const {
        if (line < 1 || static_cast<std::size_t>(line) > starts_.size()) return text_.size();
        auto at = starts_[static_cast<std::size_t>(line) - 1];
        // toml++ counts columns in code points.
        for (int passed = 1; passed < column && at < text_.size(); ++at)
            if (at + 1 < text_.size() && (static_cast<unsigned char>(text_[at + 1]) & 0xC0U) != 0x80U)
                ++passed;
        return at;
    }

    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// Looks for a key of more parts than a pack has any use for: toml++ makes a table of each and takes them
/// apart one inside the other, so `a.a.a…` would use up the stack. Strings and comments are passed over.
class LongKeys {
public:
    explicit LongKeys(std::string_view text) : text_(text) {}

    /// The line of the first one, or 0.
    int find() {
        while (at_ < text_.size()) {
            const auto c = text_[at_];
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == '"' || c == '\'') {
                skip_string(c);
            } else if (c == '.' && ++dots_ >= kMostParts) {
                return line_;
            } else {
                if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '[') dots_ = 0;
                next();
            }
        }
        return 0;
    }

private:
    static constexpr int kMostParts = 8;

    void next() {
        if (text_[at_++] == '\n') ++line_;
    }

    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool long_string = text_.substr(at_, 3) == three;
        for (at_ += long_string ? 3 : 1; at_ < text_.size(); next()) {
            if (quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size()) {
                ++at_;
            } else if (long_string ? text_.substr(at_, 3) == three : text_[at_] == quote) {
                break;
            } else if (!long_string && text_[at_] == '\n') {
                return;  // not closed, which toml++ will say
            }
        }
        // A long string may end in quotes of its own before the three that close it.
        for (int quotes = long_string ? 5 : 1; quotes > 0 && at_ < text_.size() && text_[at_] == quote;
             --quotes)
            ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int dots_ = 0;
};

int as_int(toml::source_index index) {
    return static_cast<int>(index);
}

TomlTable convert_table(toml::table& table, const Source& source);

Date convert_date(const toml::date& date) {
    return Date{std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

/// Takes the strings out of the node.
TomlValue convert(toml::node& node, const Source& source) {
    TomlValue value;
    value.line = as_int(node.source().begin.line);
    value.column = as_int(node.source().begin.column);
    if (auto* table = node.as_table()) {
        value.data = convert_table(*table, source);
    } else if (auto* array = node.as_array()) {
        std::vector<TomlValue> values;
        values.reserve(array->size());
        for (auto& each : *array) values.push_back(convert(each, source));
        value.data = std::move(values);
    } else if (auto* text = node.as_string()) {
        value.data = std::move(text->get());
        source.find_text(value);
    } else if (const auto* integer = node.as_integer()) {
        value.data = integer->get();
    } else if (const auto* floating = node.as_floating_point()) {
        value.data = floating->get();
    } else if (const auto* flag = node.as_boolean()) {
        value.data = flag->get();
    } else if (const auto* date = node.as_date()) {
        value.data = convert_date(date->get());
    }
    return value;
}

TomlTable convert_table(toml::table& table, const Source& source) {
    TomlTable result;
    result.entries.reserve(table.size());
    for (auto&& [key, node] : table)
        result.entries.push_back({std::string(key.str()), as_int(key.source().begin.line),
                                  as_int(key.source().begin.column), convert(node, source)});
    // toml++ keeps keys sorted by name; a pack means the order in which they are written.
    std::ranges::stable_sort(result.entries, {},
                             [](const TomlEntry& entry) { return std::pair(entry.line, entry.column); });
    return result;
}

bool readable_size(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return !error && size <= kLargestFile;
}

}  // namespace

const TomlEntry* TomlTable::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &*found;
}

TomlFile parse_toml(std::string_view text, const std::string& name) try {
    TomlFile file;
    file.name = name;
    if (const auto line = LongKeys(text).find(); line > 0) {
        file.problems.push_back(problem(codes::kTooMany, {name, line, 1}, "点でつないだ名前が長すぎます",
                                        "a dotted key of too many parts"));
        return file;
    }
    auto parsed = toml::parse(text);
    file.root = convert_table(parsed, Source(text));
    return file;
} catch (const toml::parse_error& error) {
    const Position at{name, as_int(error.source().begin.line), as_int(error.source().begin.column)};
    const std::string what(error.description());
    return {
        name, {}, {problem(codes::kTomlSyntax, at, fmt::format("TOML として読めません ({})", what), what)}};
} catch (const std::exception& error) {
    return {name, {}, {problem(codes::kTomlSyntax, {name, 0, 0}, "TOML として読めません", error.what())}};
}

TomlFile read_toml(const std::filesystem::path& folder, const std::string& name) {
    const auto path = folder / name;
    if (!readable_size(path))
        return {name,
                {},
                {problem(codes::kFileUnreadable, {name, 0, 0}, "ファイルが読めないか、8 MB を超えています",
                         "the file cannot be read, or is larger than 8 MB")}};
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.good() && !stream.eof())
        return {name,
                {},
                {problem(codes::kFileUnreadable, {name, 0, 0}, "ファイルが読めません",
                         "the file cannot be read")}};
    return parse_toml(text, name);
}

}  // namespace forms
