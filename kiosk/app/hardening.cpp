#include "kiosk/app/hardening.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace kiosk {

namespace {

// perturb: freed blocks are filled with this byte. The per-thread cache would hand blocks on unfilled, so it
// is off (malloc.c, _int_free: tcache_put comes before free_perturb).
constexpr const char* kTunables = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0";

}  // namespace

bool harden_process() noexcept {
    ::umask(077);
    const rlimit none{0, 0};
    const bool no_core = ::setrlimit(RLIMIT_CORE, &none) == 0;
    const bool no_dump = ::prctl(PR_SET_DUMPABLE, 0) == 0;
    return no_core && no_dump;
}

void restart_with_wiping_heap(char** argv) noexcept {
    if (std::getenv("GLIBC_TUNABLES")) return;  // NOLINT(concurrency-mt-unsafe): before any thread
    if (::setenv("GLIBC_TUNABLES", kTunables, 1) != 0) return;
    ::execv("/proc/self/exe", argv);
}

}  // namespace kiosk
