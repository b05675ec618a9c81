#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/sheets/canvas.hpp"

class QPDF;
class QPDFObjGen;

namespace forms {

/// The objects of a document that changed since it was read: those of `touched`, and all numbered above
/// `last`.
struct Changes {
    std::vector<QPDFObjGen> touched;
    int last = 0;
};

/// The document as an incremental update (ISO 32000-1 §7.5.6): the bytes it was read from, untouched, then
/// the changed objects with a new cross-reference section of the file's own kind. Empty when the bytes do not
/// end as a plain PDF does; write such a document whole. `seal` decides the second half of the file's
/// identifier.
[[nodiscard]] std::optional<std::string> append_update(const std::string& original, QPDF& pdf,
                                                       const Changes& changes, const std::string& seal);

}  // namespace forms
