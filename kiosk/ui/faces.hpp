#pragma once

#include <memory>

#include "kiosk/ui/type_source.hpp"

namespace kiosk {

/// The typesetting of the paper, in whole pixels for the screen: what stands on the sheet stands on the glass
/// in the same forms. One per thread.
class Faces final : public TypeSource {
public:
    /// Throws std::runtime_error naming the file when a face of the interface or of names cannot be opened: a
    /// kiosk that cannot show a name must not start.
    Faces();
    ~Faces() override;

    ShapedText shape(std::string_view text, TypeFace face, std::string_view language, int ppem) override;
    Coverage raster(std::uint16_t face, std::uint32_t glyph, int ppem) override;
    std::vector<std::size_t> line_breaks(std::string_view text, std::string_view language) override;
    std::vector<std::size_t> phrase_breaks(std::string_view text, std::string_view language) override;

private:
    struct Inside;  // forms/typeset stays in the .cpp: its names would meet those of forms/rules
    std::unique_ptr<Inside> inside_;
};

}  // namespace kiosk
