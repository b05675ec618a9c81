#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::writing {

/// Places by postal code, from a table that a city makes once with `kakanai postal` from 日本郵便's list
/// (KEN_ALL.CSV or utf_ken_all.csv, free of copyright claims). A line of the table: seven digits, a tab, the
/// place as it is written. Sorted by code. A city uses the whole country's list or its own part of it.
class PostalTable {
public:
    PostalTable() = default;
    /// Reads a table; lines that are none are left out. Empty when the file is not there.
    explicit PostalTable(const std::filesystem::path& file);
    PostalTable(const PostalTable&) = delete;
    PostalTable& operator=(const PostalTable&) = delete;

    /// The places of a code (several are common: 2,791 codes have more than one), in the table's order.
    [[nodiscard]] std::vector<std::string> places(std::string_view code) const;
    [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }

private:
    std::string text_;
    std::vector<std::string_view> lines_;  // into text_, sorted
};

/// What the import went through.
struct Imported {
    std::size_t rows = 0;     // of the list
    std::size_t places = 0;   // lines of the table
    std::size_t strange = 0;  // rows that are no row of KEN_ALL: left out
};

/// Turns 日本郵便's list (UTF-8, or CP932 as KEN_ALL.CSV has it) into a table. Towns split over several rows
/// are joined; notes in brackets and 以下に掲載がない場合, ～の次に番地がくる場合 and ～一円 name no town and
/// are left out.
Imported import_ken_all(std::istream& list, std::ostream& table);

}  // namespace kiosk::writing
