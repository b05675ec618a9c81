#pragma once

#include "kiosk/output/profile.hpp"
#include "tests/kiosk/reception/sample.hpp"

namespace kiosk::reception::test {

/// A profile as it ships.
inline output::Profile shipped_profile(const std::string& id) {
    auto profile =
        output::load_profile(fs::path(KAKANAI_SOURCE_DIR) / "assets" / "profiles" / (id + ".toml"));
    if (!profile) FAIL(profile.error().detail);
    return *std::move(profile);
}

}  // namespace kiosk::reception::test
