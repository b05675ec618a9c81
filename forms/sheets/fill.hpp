#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "forms/interview/field_values.hpp"
#include "forms/pack/sheet_template.hpp"
#include "forms/result.hpp"
#include "forms/sheets/report.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

/// A value for which the sheet has no field: of a person for whom a table has no row.
struct FurtherValue {
    std::string label;
    std::string text;
    FieldFace face = FieldFace::Text;
    bool operator==(const FurtherValue&) const = default;
};

/// What stands in a sheet's fields, and the words the continuation sheet calls them by, in the order of
/// `sheet.fields`; and what stands on the continuation sheet only.
struct SheetValues {
    std::vector<FieldValue> values;
    std::vector<std::string> labels;
    std::vector<FurtherValue> further{};
};

/// The values of a sheet from the facts that are reachable; the labels are the items'.
[[nodiscard]] SheetValues sheet_values(const Pack& pack, const Context& context, const Facts& facts,
                                       const SheetTemplate& sheet);

struct FillOptions {
    std::string number;  // 受付番号, for the title and the continuation sheet; may be empty
    Date created{};
};

struct FilledSheet {
    std::string pdf;  // bytes
    int pages = 1;
    SheetReport report;
};

/// Fills a sheet over its blank. The same arguments give the same bytes. A value that does not go in is
/// written on a continuation sheet, never cut; a signature is never written. Malformed: a field that lies on
/// the city's own part of the paper, or a blank that does not go with its template.
[[nodiscard]] Result<FilledSheet> fill(const SheetTemplate& sheet, const std::filesystem::path& blank,
                                       const SheetValues& values, const FillOptions& options,
                                       Typesetter& typesetter);

}  // namespace forms
