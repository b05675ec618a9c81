#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/output/error.hpp"

namespace kiosk::output {

enum class Charset : std::uint8_t { Utf8, Utf8Bom, Cp932, Sjis2004 };

/// What of an item a column holds.
enum class Part : std::uint8_t { Value, Wareki, Unknown, Source };

/// One column of a CSV file: what the core's vendor reads, and where it comes from.
struct Column {
    std::string key{};   // ASCII header
    std::string ja{};    // Japanese name, for columns.csv
    std::string from{};  // item of a person ("name"), a fact of the row ("@number"), or empty
    Part part = Part::Value;
    std::string type{};   // text, kana, date, code, digits, bool
    int length = 0;       // characters at most, 0 = no limit stated
    std::string spec{};   // paragraph of 住民記録システム標準仕様書, or empty
    std::string codes{};  // name of a code table, or empty
};

/// What one row of a file stands for.
enum class Rows : std::uint8_t { Reception, Person, Procedure, Answer };

struct FileLayout {
    std::string name{};  // "person.csv"
    Rows rows{};
    std::vector<Column> columns{};
};

/// How packages are written for one city's core system: data, not code (assets/profiles/*.toml).
struct Profile {
    std::string id{}, version{};
    Charset charset = Charset::Utf8;
    bool formula_guard = false;  // for spreadsheets only: such a file is for eyes, never for import
    bool lossy_allowed = false;  // the municipality signed for 〓
    std::vector<FileLayout> files{};
    std::map<std::string, std::map<std::string, std::string>>
        code_tables{};  // table → our word → vendor's code
};

/// "utf-8", "utf-8-bom", "cp932", "shift_jis-2004".
[[nodiscard]] std::string_view word(Charset charset);

/// Errc::BadProfile names file, line and what is wrong.
[[nodiscard]] Result<Profile> load_profile(const std::filesystem::path& file);

}  // namespace kiosk::output
