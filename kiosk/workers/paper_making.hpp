#pragma once

#include "forms/sheets/typesetter.hpp"
#include "kiosk/workers/papers.hpp"

namespace kiosk {

/// Makes papers with the faces of a typesetter that outlives it and the blanks of the submission's pack. The
/// faces are opened at the first call and kept for the next visit; call from one thread.
[[nodiscard]] MakePapers paper_maker(forms::Typesetter& typesetter);

}  // namespace kiosk
