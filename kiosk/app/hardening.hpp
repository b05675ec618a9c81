#pragma once

namespace kiosk {

/// Before anything personal is in memory: no core dumps, no debugger of the same account, files for this
/// account only. False when the system refused a part of it.
[[nodiscard]] bool harden_process() noexcept;

/// Sees to it that this process overwrites every piece of heap it gives back, whoever held it: our strings,
/// SQLite, Cairo or HarfBuzz. glibc decides that at start, so the program starts itself once more (a few ms);
/// returns where it runs so already or cannot.
void restart_with_wiping_heap(char** argv) noexcept;

}  // namespace kiosk
