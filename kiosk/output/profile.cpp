#include "kiosk/output/profile.hpp"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <array>
#include <optional>
#include <utility>

namespace kiosk::output {

namespace {

/// Says where in the profile something is wrong; caught in load_profile.
struct Wrong {
    int line = 0;
    std::string what;
};

[[noreturn]] void wrong(const toml::node& node, std::string what) {
    throw Wrong{static_cast<int>(node.source().begin.line), std::move(what)};
}

std::string text(const toml::table& table, std::string_view key, bool required) {
    const auto* node = table.get(key);
    if (node == nullptr) {
        if (required) wrong(table, fmt::format("{} is missing", key));
        return {};
    }
    const auto value = node->value<std::string>();
    if (!value) wrong(*node, fmt::format("{} must be a text", key));
    return *value;
}

template <class Value, std::size_t Size>
Value one_of(const toml::table& table, std::string_view key,
             const std::array<std::pair<std::string_view, Value>, Size>& words) {
    const auto given = text(table, key, true);
    for (const auto& [word, value] : words)
        if (word == given) return value;
    wrong(*table.get(key), fmt::format("{} cannot be {}", key, given));
}

constexpr std::array<std::pair<std::string_view, Charset>, 4> kCharsets{
    {{"utf-8", Charset::Utf8},
     {"utf-8-bom", Charset::Utf8Bom},
     {"cp932", Charset::Cp932},
     {"shift_jis-2004", Charset::Sjis2004}}};
constexpr std::array<std::pair<std::string_view, Rows>, 4> kRows{{{"reception", Rows::Reception},
                                                                  {"person", Rows::Person},
                                                                  {"procedure", Rows::Procedure},
                                                                  {"answer", Rows::Answer}}};

Column column_of(const toml::table& table) {
    return {.key = text(table, "key", true),
            .ja = text(table, "ja", true),
            .from = text(table, "from", true),
            .type = text(table, "type", true),
            .length = static_cast<int>(table["length"].value_or(std::int64_t{0})),
            .spec = text(table, "spec", false),
            .codes = text(table, "codes", false)};
}

Column further(const Column& column, const toml::node& with) {
    auto made = column;
    made.codes.clear();
    made.length = 0;
    const auto word = with.value_or(std::string_view());
    if (word == "wareki") {
        made.part = Part::Wareki;
        made.ja += "（和暦）";
        made.type = "text";
    } else if (word == "unknown") {
        made.part = Part::Unknown;
        made.ja += "（不明）";
        made.type = "bool";
    } else if (word == "source") {
        made.part = Part::Source;
        made.ja += "（出どころ）";
        made.type = "code";
    } else {
        wrong(with, fmt::format("with cannot be {}", word));
    }
    made.key += '_';
    made.key += word == "source" ? std::string_view("src") : word;
    return made;
}

FileLayout file_of(const toml::table& table, const Profile& profile) {
    FileLayout layout{.name = text(table, "name", true), .rows = one_of(table, "rows", kRows)};
    if (layout.name.empty() || layout.name.find('/') != std::string::npos || !layout.name.ends_with(".csv"))
        wrong(table, "name must be a file name that ends in .csv");
    const auto* columns = table["columns"].as_array();
    if (columns == nullptr || columns->empty()) wrong(table, "columns are missing");
    for (const auto& node : *columns) {
        const auto* one = node.as_table();
        if (one == nullptr) wrong(node, "a column must be a table");
        const auto column = column_of(*one);
        if (!column.codes.empty() && !profile.code_tables.contains(column.codes))
            wrong(node, "there is no code table " + column.codes);
        layout.columns.push_back(column);
        if (const auto* with = (*one)["with"].as_array())
            for (const auto& part : *with) layout.columns.push_back(further(column, part));
    }
    return layout;
}

Profile profile_of(const toml::table& root) {
    Profile profile{.id = text(root, "id", true), .version = text(root, "version", true)};
    profile.charset = one_of(root, "charset", kCharsets);
    profile.formula_guard = root["formula_guard"].value_or(false);
    profile.lossy_allowed = root["lossy_allowed"].value_or(false);
    if (const auto* tables = root["codes"].as_table())
        for (const auto& [name, node] : *tables)
            if (const auto* table = node.as_table())
                for (const auto& [ours, theirs] : *table)
                    profile.code_tables[std::string(name.str())][std::string(ours.str())] =
                        theirs.value_or(std::string());
    const auto* files = root["file"].as_array();
    if (files == nullptr) wrong(root, "there is no [[file]]");
    for (const auto& node : *files)
        if (const auto* table = node.as_table()) profile.files.push_back(file_of(*table, profile));
    return profile;
}

}  // namespace

std::string_view word(Charset charset) {
    for (const auto& [text, value] : kCharsets)
        if (value == charset) return text;
    return {};
}

Result<Profile> load_profile(const std::filesystem::path& file) try {
    return profile_of(toml::parse_file(file.string()));
} catch (const Wrong& problem) {
    return fail(Errc::BadProfile, fmt::format("{}:{}: {}", file.string(), problem.line, problem.what));
} catch (const toml::parse_error& problem) {
    return fail(Errc::BadProfile,
                fmt::format("{}:{}: {}", file.string(), problem.source().begin.line, problem.description()));
}

}  // namespace kiosk::output
