#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "forms/facts/value.hpp"
#include "forms/pack/problem.hpp"

namespace forms {

struct TomlEntry;

/// The entries of one TOML table, in the order of the file.
struct TomlTable {
    std::vector<TomlEntry> entries;
    [[nodiscard]] const TomlEntry* find(std::string_view key) const;
};

/// One TOML value with its place in the file, free of the library that read it. Times of day are not kept: a
/// pack has none.
struct TomlValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, std::vector<TomlValue>,
                 TomlTable>
        data;
    int line = 0;
    int column = 0;
    /// For strings: where their first character stands, after the quotes.
    int text_line = 0;
    int text_column = 0;
};

struct TomlEntry {
    std::string key;
    int line = 0;
    int column = 0;
    TomlValue value;
};

/// A file that could be read, or the problem that kept it from being read.
struct TomlFile {
    std::string name;  // as seen from the pack's folder
    TomlTable root;
    std::vector<Problem> problems;
};

/// Largest file a pack may hold, in bytes.
inline constexpr std::uintmax_t kLargestFile = 8U << 20U;

/// Reads one TOML file. This is the border where toml++ reports by throwing; nothing leaves it.
[[nodiscard]] TomlFile read_toml(const std::filesystem::path& folder, const std::string& name);

/// The same for text already in memory.
[[nodiscard]] TomlFile parse_toml(std::string_view text, const std::string& name);

}  // namespace forms
