#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/rules/expression.hpp"

namespace forms {

enum class FieldKind : std::uint8_t {
    Text,
    Cells,
    Check,
    Circle,
    EraCircle,
    DatePart,
    Number,
    Lines,
    Qr,
    Signature
};
enum class FieldFace : std::uint8_t { Text, Name };
enum class FieldAlign : std::uint8_t { Left, Center, Right };
/// Shrink to a floor, then wrap, then a continuation sheet; or shrink only; or neither. Never cut.
enum class FieldFit : std::uint8_t { ShrinkWrap, Shrink, None };
enum class CellFill : std::uint8_t { Left, Right };
enum class DatePart : std::uint8_t { None, Year, Month, Day, Era, Western, Wareki };

/// A rectangle on a page, in millimetres from the page's top left; pages count from 1.
struct Area {
    int page = 1;
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
};

/// One place on a sheet that is filled. Its value is an item, an expression or fixed words.
struct Field {
    std::string id;
    FieldKind kind = FieldKind::Text;
    std::string item;     // key, or empty
    Expression value;     // instead of item
    std::string literal;  // instead of item
    Expression when;      // Check, Circle: drawn when true; others: not drawn when false
    Area at;
    FieldFace face = FieldFace::Text;
    double size = 10.5;  // pt
    FieldAlign align = FieldAlign::Left;
    FieldFit fit = FieldFit::ShrinkWrap;
    DatePart part = DatePart::None;
    std::string era;  // for EraCircle: meiji taisho showa heisei reiwa
    int cells = 0;
    CellFill fill = CellFill::Left;
    bool split_dakuten = false;
    bool required = false;
    std::string widget;  // the blank's own form field (AcroForm) that this one takes the place of
    Position position;
};

/// Rows of a table, one for each person of a repeated role. The fields of the first `count` persons stand in
/// SheetTemplate::fields, as household[1].name …; what `items` say of further persons goes to a continuation
/// sheet.
struct PersonRows {
    std::string person;
    int count = 0;
    double pitch = 0;                // mm from row to row
    std::vector<std::string> items;  // keys without a number
    Position position;
};

/// A city's own form and where its values go.
struct SheetTemplate {
    std::string id;
    std::string title;
    std::string division;
    std::string blank;  // file name beside the template
    int pages = 1;
    double width = 210.0;   // mm
    double height = 297.0;  // mm
    std::vector<Field> fields;
    std::vector<PersonRows> rows;
    std::vector<Area>
        office_use;  // the city's own part of the paper (市使用欄): nothing is ever written there
    Position position;
};

/// Whether two areas share more than their edges.
[[nodiscard]] bool overlap(const Area& a, const Area& b);

}  // namespace forms
