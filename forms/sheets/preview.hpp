#pragma once

#include "forms/interview/interview.hpp"
#include "forms/sheets/picture.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

struct PreviewOptions {
    int page = 1;  // further pages than the template's are continuation sheets
    double dpi = 110;
    bool boxes = false;  // the fields' boxes in blue, each with its id
};

/// One page of a sheet filled with the facts of a visit that are still reachable, as it will come out of a
/// printer; where a hand signs stands ここに署名 in blue, which is never printed.
[[nodiscard]] Result<Picture> preview(const Pack& pack, const Context& context, const Facts& facts,
                                      const SheetTemplate& sheet, const PreviewOptions& options,
                                      Typesetter& typesetter);

/// Lays ここに署名 on the signature places of one page over a picture of it, and the boxes and ids of its
/// fields when asked for.
[[nodiscard]] Result<Picture> with_marks(Picture picture, const SheetTemplate& sheet,
                                         const PreviewOptions& options, Typesetter& typesetter);

}  // namespace forms
