#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <set>
#include <sstream>

#include "kiosk/writing/postal.hpp"

namespace kiosk::writing {

namespace {

// Columns of the list: 0 area code, 1 old code, 2 code, 3–5 kana, 6 prefecture, 7 city, 8 town, then flags.
constexpr std::size_t kCode = 2, kPrefecture = 6, kCity = 7, kTown = 8;

bool is_utf8(const std::string& text) {
    std::size_t left = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (left > 0) {
            if ((byte & 0xC0U) != 0x80U) return false;
            --left;
        } else if (byte >= 0x80) {
            left = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 4;
            if (left == 4) return false;
        }
    }
    return left == 0;
}

std::string in_utf8(std::string text) {
    if (is_utf8(text)) {
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        return text;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> windows(ucnv_open("ibm-943_P15A-2003", &status),
                                                                     &ucnv_close);
    if (U_FAILURE(status)) return {};
    std::string utf8;
    icu::UnicodeString(text.data(), static_cast<int32_t>(text.size()), windows.get(), status)
        .toUTF8String(utf8);
    return utf8;
}

std::vector<std::string> columns(const std::string& row) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : row) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
        ++found;
    return found;
}

/// The town as it stands in an address; empty where the row names none.
std::string town_of(std::string town) {
    if (const auto bracket = town.find("（"); bracket != std::string::npos) town.resize(bracket);
    for (const auto* none : {"以下に掲載がない場合", "の次に番地がくる場合", "の次に１～１９番地がくる場合"})
        if (town.find(none) != std::string::npos) return {};
    // 一円 alone is a town's name; behind another word it means all of that place.
    if (town.ends_with("一円") && town != "一円") return {};
    return town;
}

bool is_row(const std::vector<std::string>& row) {
    return row.size() > kTown && row[kCode].size() == 7 &&
           row[kCode].find_first_not_of("0123456789") == std::string::npos && !row[kPrefecture].empty();
}

}  // namespace

Imported import_ken_all(std::istream& list, std::ostream& table) {
    std::ostringstream raw;
    raw << list.rdbuf();
    std::istringstream text(in_utf8(std::move(raw).str()));
    Imported done;
    std::set<std::string> lines;
    std::vector<std::string> open;  // a row whose bracket goes on in the next
    for (std::string line; std::getline(text, line);) {
        auto row = columns(line);
        if (line.empty() || line == "\r") continue;
        if (!is_row(row)) {
            ++done.strange;
            continue;
        }
        ++done.rows;
        const bool goes_on = !open.empty() && open[kCode] == row[kCode];
        if (goes_on) row[kTown] = open[kTown] + row[kTown];
        open.clear();
        if (count(row[kTown], "（") > count(row[kTown], "）")) {
            open = std::move(row);
            continue;
        }
        lines.insert(row[kCode] + '\t' + row[kPrefecture] + row[kCity] + town_of(row[kTown]));
    }
    for (const auto& line : lines) table << line << '\n';
    done.places = lines.size();
    return done;
}

}  // namespace kiosk::writing
