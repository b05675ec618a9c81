#pragma once

#include <string>
#include <vector>

#include "kiosk/output/csv.hpp"
#include "kiosk/output/profile.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk::output {

/// What the rows are made from.
struct TableSource {
    const reception::NewReception& reception;
    const std::string& number;
    const reception::ReviewNote& review;
};

/// The tables a profile asks for, in its order. Errc::BadProfile when a column asks for a fact no row has.
[[nodiscard]] Result<std::vector<Table>> make_tables(const TableSource& source, const Profile& profile);

/// columns.csv: what every column of every file means.
[[nodiscard]] Table column_dictionary(const Profile& profile);

/// chars.csv: every character outside JIS X 0208 in the tables, and what was lost, so that a clerk can
/// compare.
[[nodiscard]] Table character_list(const std::vector<Table>& tables, const std::vector<Loss>& losses);

}  // namespace kiosk::output
