#include "forms/sheets/preview.hpp"

#include "forms/sheets/canvas.hpp"
#include "forms/sheets/fill.hpp"
#include "forms/sheets/fit.hpp"

namespace forms {
namespace {

constexpr double kIdSize = 5;     // pt
constexpr double kHintSize = 14;  // pt

void draw_hint(Canvas& canvas, const Box& box) {
    canvas.frame(box, {0.25, 0, Dash::Dashed});
    const Wording hint{"ここに署名",       {TextRole::Ui, "ja"}, kHintSize,
                       FieldAlign::Center, FieldFit::Shrink,     kSmallestLetters};
    if (const auto fitted = fit_words(canvas.typesetter().faces(), hint, box)) draw(canvas, *fitted);
}

Result<std::string> drawn_marks(const SheetTemplate& sheet, const PreviewOptions& options,
                                Typesetter& typesetter) {
    Canvas canvas(typesetter, {sheet.width, sheet.height}, {});
    for (const auto& field : sheet.fields) {
        if (field.at.page != options.page) continue;
        const Box box{field.at.x, field.at.y, field.at.w, field.at.h};
        if (field.kind == FieldKind::Signature) draw_hint(canvas, box);
        if (!options.boxes) continue;
        canvas.frame(box, {0.2, 0, Dash::Solid});
        const auto id = typesetter.faces().shape(field.id, {TextRole::Ui, "en"});
        canvas.text(id, field.id, field.at.x + 0.3, field.at.y - 0.3, kIdSize);
    }
    return canvas.finish();
}

// Where the marks are drawn dark, red and green go and blue stays.
void tint(Picture& picture, const Picture& marks) {
    for (std::size_t i = 0; i + 2 < picture.rgb.size() && i + 2 < marks.rgb.size(); i += 3)
        for (std::size_t channel = 0; channel < 2; ++channel) {
            const unsigned dark = marks.rgb[i + channel];
            picture.rgb[i + channel] = static_cast<std::uint8_t>(picture.rgb[i + channel] * dark / 255U);
        }
}

}  // namespace

Result<Picture> with_marks(Picture picture, const SheetTemplate& sheet, const PreviewOptions& options,
                           Typesetter& typesetter) {
    const auto layer = drawn_marks(sheet, options, typesetter);
    if (!layer) return tl::make_unexpected(layer.error());
    const auto marks = picture_of(*layer, 1, options.dpi);
    if (!marks) return tl::make_unexpected(marks.error());
    if (marks->width != picture.width)  // a blank half a millimetre larger than its template
        return fail(Errc::Malformed, sheet.id + ": 様式の大きさと PDF の大きさが違います");
    tint(picture, *marks);
    return picture;
}

Result<Picture> preview(const Pack& pack, const Context& context, const Facts& facts,
                        const SheetTemplate& sheet, const PreviewOptions& options, Typesetter& typesetter) {
    auto counted = reachable(pack, context, facts);
    counted.set("visit.date", {Value(context.today), Provenance::Computed});
    const auto filled = fill(sheet, pack.blank_of(sheet), sheet_values(pack, context, counted, sheet),
                             {.number = {}, .created = context.today}, typesetter);
    if (!filled) return tl::make_unexpected(filled.error());
    auto picture = picture_of(filled->pdf, options.page, options.dpi);
    if (!picture || options.page > sheet.pages) return picture;
    return with_marks(std::move(*picture), sheet, options, typesetter);
}

}  // namespace forms
