#pragma once

namespace kiosk {

/// Before anything personal is in memory: no core dumps, no debugger of the same account, files for this
/// account only. False when the system refused a part of it.
[[nodiscard]] bool harden_process() noexcept;

}  // namespace kiosk
