#pragma once

#include <string>
#include <vector>

#include "kiosk/output/charset.hpp"
#include "kiosk/output/profile.hpp"

namespace kiosk::output {

/// One CSV file before it is bytes.
struct Table {
    std::string name{};  // "person.csv"
    std::vector<std::string> header{};
    std::vector<std::vector<std::string>> rows{};
};

/// One character that the profile's set cannot hold, and where it stood. `row` counts from 1 after the
/// header, `index` characters from 1.
struct Loss {
    std::string file{}, column{};
    int row = 0;
    int index = 0;
    char32_t character = 0;
    char32_t selector = 0;  // the variation selector behind it, 0 when there is none
};

/// A table as bytes: RFC 4180, CRLF, every field quoted, in the profile's character set. What cannot be held
/// stands as 〓 and in `losses`; whether that may be released is for the caller to decide.
struct Csv {
    std::string bytes{};
    std::vector<Loss> losses{};
};
[[nodiscard]] Csv to_csv(const Table& table, const Profile& profile);

}  // namespace kiosk::output
