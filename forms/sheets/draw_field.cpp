#include "forms/sheets/draw_field.hpp"

#include <algorithm>

#include "forms/sheets/field_words.hpp"
#include "forms/sheets/fit.hpp"
#include "forms/typeset/name_rules.hpp"
#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

constexpr Stroke kRing{0.35, 0, Dash::Solid};
constexpr double kCellMargin = 0.3;  // mm between a letter and its cell's rules

Box box_of(const Field& field) {
    return {field.at.x, field.at.y, field.at.w, field.at.h};
}

Style style_of(const Field& field) {
    if (field.face == FieldFace::Name) return {TextRole::Name, "ja"};
    return {field.kind == FieldKind::Cells ? TextRole::Fixed : TextRole::Ui, "ja"};
}

std::string without_line_feeds(std::string text) {
    std::erase(text, '\n');
    return text;
}

bool has_words(FieldKind kind) {
    switch (kind) {
        case FieldKind::Text:
        case FieldKind::Cells:
        case FieldKind::DatePart:
        case FieldKind::Number:
        case FieldKind::Lines:
        case FieldKind::Qr:
            return true;
        case FieldKind::Check:
        case FieldKind::Circle:
        case FieldKind::EraCircle:
        case FieldKind::Signature:
            return false;
    }
    return false;
}

// Line feeds may stand in free text; nothing else that a name may not hold is ever written.
bool writable(const Field& field, const std::string& words) {
    const bool lines = field.kind == FieldKind::Lines || field.kind == FieldKind::Text;
    return !name_problem(lines ? without_line_feeds(words) : words);
}

}  // namespace

void FieldPen::draw(const Field& field, const FieldValue& value, const std::string& label) {
    if (field.kind == FieldKind::Signature) return report_.unwritten.push_back(field.id);
    if (!has_words(field.kind)) {
        if (!field_marked(field, value)) return;
        if (field.kind == FieldKind::Check) return canvas_.tick(box_of(field));
        return canvas_.ring(box_of(field), kRing);
    }
    const auto words = field_words(field, value);
    if (words.empty()) {
        if (field.required && value.draw != FieldValue::Draw::No) report_.missing.push_back(field.id);
        return;
    }
    if (!writable(field, words)) return report_.refused.push_back(field.id);
    if (field.kind == FieldKind::Qr) {
        if (!take_place(field)) return give_way(field, words, label);
        if (canvas_.qr(box_of(field), words)) return;
        taken_.pop_back();
        return refer(field, words, label, 0);
    }
    note_undrawn(field, words);
    field.kind == FieldKind::Cells ? draw_cells(field, words, label) : draw_words(field, words, label);
}

void FieldPen::continue_with(const std::vector<FurtherValue>& values) {
    for (const auto& each : values) {
        if (name_problem(without_line_feeds(each.text))) {
            report_.refused.push_back(each.label);
            continue;
        }
        report_.overflows.push_back({each.label, each.label, 0});
        const auto role = each.face == FieldFace::Name ? TextRole::Name : TextRole::Ui;
        continued_.push_back({each.label, each.text, {role, "ja"}});
    }
}

void FieldPen::draw_words(const Field& field, const std::string& words, const std::string& label) {
    // A number over two lines reads as two numbers: it gets smaller, or goes to the continuation sheet whole.
    const bool one_line = field.kind == FieldKind::Number && field.fit == FieldFit::ShrinkWrap;
    const Wording wording{words,
                          style_of(field),
                          field.size,
                          field.align,
                          one_line ? FieldFit::Shrink : field.fit,
                          std::min(field.size, kSmallestLetters)};
    auto& faces = canvas_.typesetter().faces();
    const auto fitted = fit_words(faces, wording, box_of(field));
    if (!fitted) return refer(field, words, label, excess_width(faces, wording, box_of(field)));
    take_place(field) ? forms::draw(canvas_, *fitted) : give_way(field, words, label);
}

void FieldPen::draw_cells(const Field& field, const std::string& words, const std::string& label) {
    const auto characters = canvas_.typesetter().faces().breaks().clusters(words);
    const auto count = static_cast<int>(characters.size());
    if (count > field.cells) return refer(field, words, label, count - field.cells);
    int cell = field.fill == CellFill::Right ? field.cells - count : 0;
    std::vector<Fitted> fitted;
    for (const auto& character : characters) {
        auto one = fit_cell(field, character.of(words), cell++);
        if (!one) return refer(field, words, label, 0);
        fitted.push_back(std::move(*one));
    }
    if (!take_place(field)) return give_way(field, words, label);
    for (const auto& one : fitted) forms::draw(canvas_, one);
}

std::optional<Fitted> FieldPen::fit_cell(const Field& field, std::string_view character, int cell) {
    const double width = field.at.w / field.cells;
    const Box box{field.at.x + width * cell + kCellMargin, field.at.y, width - 2 * kCellMargin, field.at.h};
    const Wording wording{std::string(character), style_of(field),  field.size,
                          FieldAlign::Center,     FieldFit::Shrink, std::min(field.size, kSmallestLetters)};
    return fit_words(canvas_.typesetter().faces(), wording, box);
}

// Fields may lie on one place when each has its turn; should two have it at once, the first one stands.
bool FieldPen::take_place(const Field& field) {
    if (std::ranges::any_of(taken_, [&](const Area& area) { return overlap(area, field.at); })) return false;
    taken_.push_back(field.at);
    return true;
}

void FieldPen::give_way(const Field& field, const std::string& words, const std::string& label) {
    report_.overflows.push_back({field.id, label, 0, true});
    continued_.push_back({label, words, style_of(field)});
}

// The field itself says where its value is, as large as it goes in; a box too small for any of these stays
// empty.
void FieldPen::refer(const Field& field, const std::string& words, const std::string& label, double excess) {
    report_.overflows.push_back({field.id, label, excess});
    continued_.push_back({label, words, style_of(field)});
    if (!take_place(field)) return;
    for (const auto* pointer : {"別紙のとおり", "別紙", "※"}) {
        const Wording wording{pointer,     {TextRole::Ui, "ja"}, field.size,
                              field.align, FieldFit::Shrink,     kSmallestLetters};
        if (const auto fitted = fit_words(canvas_.typesetter().faces(), wording, box_of(field)))
            return forms::draw(canvas_, *fitted);
    }
}

void FieldPen::note_undrawn(const Field& field, const std::string& words) {
    for (const auto& each : canvas_.typesetter().faces().shape(words, style_of(field)).undrawable)
        report_.undrawn.push_back({field.id, code_points_text(each.bytes.of(words)), each.base_shown});
}

}  // namespace forms
