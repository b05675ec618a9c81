#pragma once

#include "kiosk/workers/papers.hpp"

namespace kiosk {

/// Makes papers with the faces of this machine and the blanks of the submission's pack. The faces are opened
/// at the first call, on the thread that makes it.
[[nodiscard]] MakePapers paper_maker();

}  // namespace kiosk
