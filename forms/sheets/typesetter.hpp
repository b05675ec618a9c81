#pragma once

#include <memory>

#include "forms/typeset/faces.hpp"

typedef struct _cairo_font_face cairo_font_face_t;

namespace forms {

/// The faces of a paper's words, shaped and as Cairo embeds them. Costly to make, cheap to use again; holds
/// no text. One per thread.
class Typesetter {
public:
    explicit Typesetter(FaceFiles files = debian_face_files());
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;
    ~Typesetter();

    [[nodiscard]] Faces& faces();

    /// Lent; nullptr when the file cannot be read.
    [[nodiscard]] cairo_font_face_t* embedded(FaceId face);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace forms
