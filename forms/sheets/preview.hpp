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
/// printer.
[[nodiscard]] Result<Picture> preview(const Pack& pack, const Context& context, const Facts& facts,
                                      const SheetTemplate& sheet, const PreviewOptions& options,
                                      Typesetter& typesetter);

/// Lays the boxes and ids of the fields on one page over a picture of it.
[[nodiscard]] Result<Picture> with_boxes(Picture picture, const SheetTemplate& sheet,
                                         const PreviewOptions& options, Typesetter& typesetter);

}  // namespace forms
