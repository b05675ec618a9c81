#include "kiosk/ui/faces.hpp"

#include <stdexcept>

#include "forms/typeset/faces.hpp"

namespace kiosk {
namespace {

forms::TextRole role_of(TypeFace face) {
    switch (face) {
        case TypeFace::Regular:
            return forms::TextRole::Ui;
        case TypeFace::Bold:
            return forms::TextRole::UiBold;
        case TypeFace::Name:
            return forms::TextRole::Name;
    }
    return forms::TextRole::Ui;
}

}  // namespace

struct Faces::Inside {
    forms::Faces faces;
};

Faces::Faces() : inside_(std::make_unique<Inside>()) {
    if (const auto problem =
            inside_->faces.missing({forms::TextRole::Ui, forms::TextRole::UiBold, forms::TextRole::Name}))
        throw std::runtime_error("a face cannot be opened: " + problem->detail);
}

Faces::~Faces() = default;

ShapedText Faces::shape(std::string_view text, TypeFace face, std::string_view language, int ppem) {
    const auto line = inside_->faces.shape(text, {role_of(face), language});
    const auto em = static_cast<float>(ppem);
    ShapedText shaped;
    shaped.width = static_cast<float>(line.width) * em;
    shaped.undrawable = !line.undrawable.empty();
    shaped.glyphs.reserve(line.glyphs.size());
    for (const auto& glyph : line.glyphs)
        shaped.glyphs.push_back({static_cast<std::uint16_t>(glyph.face), glyph.id,
                                 static_cast<float>(glyph.x) * em, static_cast<float>(glyph.y) * em});
    return shaped;
}

Coverage Faces::raster(std::uint16_t face, std::uint32_t glyph, int ppem) {
    auto drawn = inside_->faces.raster(static_cast<forms::FaceId>(face), glyph, ppem);
    return {drawn.left, drawn.top, drawn.width, drawn.height, std::move(drawn.pixels)};
}

std::vector<std::size_t> Faces::line_breaks(std::string_view text, std::string_view language) {
    return inside_->faces.breaks().line_starts(text, language);
}

std::vector<std::size_t> Faces::phrase_breaks(std::string_view text, std::string_view language) {
    return inside_->faces.breaks().phrase_starts(text, language);
}

}  // namespace kiosk
