#include <fmt/format.h>

#include <cstdio>

#include "cardreader/program/commands.hpp"
#include "cardreader/virtual/authority.hpp"

namespace cardreader::program {

int make_authority(const std::filesystem::path& folder) {
    const auto made = virtual_card::Authority::in_folder(folder);
    if (made) return 0;
    fmt::print(stderr, "{}: {}\n", folder.string(), made.error());
    return 1;
}

}  // namespace cardreader::program
