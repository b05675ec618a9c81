#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/ui/look.hpp"
#include "kiosk/ui/node.hpp"

namespace kiosk {

/// For tests and the played visit (`--tree FILE`): what the last frame drew, one part a line, tab-separated:
/// id, role, x, y, width, height (px), states. The first line is `screen`, its name, the frame's running
/// number, and `still` when nothing more is to be drawn of what happened so far, else `moving`. Holds ids and
/// places only, no words: what a resident typed or the card said is never in it. Replaced by rename, so never
/// half read.
void write_tree(const std::filesystem::path& file, std::string_view screen, const Tree& tree,
                const Panel& panel, long frame, bool still);

}  // namespace kiosk
