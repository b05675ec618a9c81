#include "kiosk/app/hardening.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kiosk {

bool harden_process() noexcept {
    ::umask(077);
    const rlimit none{0, 0};
    const bool no_core = ::setrlimit(RLIMIT_CORE, &none) == 0;
    const bool no_dump = ::prctl(PR_SET_DUMPABLE, 0) == 0;
    return no_core && no_dump;
}

}  // namespace kiosk
