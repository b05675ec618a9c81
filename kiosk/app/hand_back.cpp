#include "kiosk/app/hand_back.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

namespace kiosk {

namespace {

struct Mapping {
    std::uintptr_t begin = 0, end = 0;
    std::string rights, file;
};

// A line such as `7f12a000-7f12c000 r-xp 00002000 08:01 1234  /usr/lib/libEGL.so`.
Mapping mapping_of(const std::string& line) {
    Mapping mapping;
    std::istringstream words(line);
    std::string offset, device, inode;
    char dash = 0;
    words >> std::hex >> mapping.begin >> dash >> mapping.end >> mapping.rights >> offset >> device >>
        inode >> mapping.file;
    return mapping;
}

// Only what nobody can have written to: the system reads it from its file again.
bool is_as_on_disk(const Mapping& mapping) {
    return mapping.rights == "r-xp"
               ? mapping.file.starts_with('/')
               : mapping.rights.starts_with("r--") && mapping.file.starts_with("/usr/share/");
}

}  // namespace

void hand_back_memory() noexcept {
    ::malloc_trim(0);
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        const auto mapping = mapping_of(line);
        if (!is_as_on_disk(mapping)) continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): addresses come as numbers in /proc.
        ::madvise(reinterpret_cast<void*>(mapping.begin), mapping.end - mapping.begin, MADV_DONTNEED);
    }
}

}  // namespace kiosk
