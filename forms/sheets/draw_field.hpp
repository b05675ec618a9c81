#pragma once

#include <optional>
#include <string>

#include "forms/interview/field_values.hpp"
#include "forms/pack/sheet_template.hpp"
#include "forms/sheets/canvas.hpp"
#include "forms/sheets/fill.hpp"
#include "forms/sheets/fit.hpp"
#include "forms/sheets/report.hpp"

namespace forms {

/// A value that goes onto the continuation sheet.
struct Continued {
    std::string label;
    std::string text;
    Style style;
};

/// Draws the fields of one sheet, one after the other, and gathers what has to be told about them.
class FieldPen {
public:
    FieldPen(Canvas& canvas, SheetReport& report, std::vector<Continued>& continued)
        : canvas_(canvas), report_(report), continued_(continued) {}

    /// Draws one field on the canvas's present page; nothing lies outside its box, and no words on another
    /// field's. `label` names it on the continuation sheet.
    void draw(const Field& field, const FieldValue& value, const std::string& label);

    /// Sends values that have no field to the continuation sheet; one that may not be written is refused
    /// under its label.
    void continue_with(const std::vector<FurtherValue>& values);

private:
    void draw_words(const Field& field, const std::string& words, const std::string& label);
    void draw_cells(const Field& field, const std::string& words, const std::string& label);
    [[nodiscard]] std::optional<Fitted> fit_cell(const Field& field, std::string_view character, int cell);
    [[nodiscard]] bool take_place(const Field& field);
    void give_way(const Field& field, const std::string& words, const std::string& label);
    void refer(const Field& field, const std::string& words, const std::string& label, double excess);
    void note_undrawn(const Field& field, const std::string& words);

    Canvas& canvas_;
    SheetReport& report_;
    std::vector<Continued>& continued_;
    std::vector<Area> taken_;
};

}  // namespace forms
