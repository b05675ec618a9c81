#pragma once

#include <cstdint>
#include <string>

namespace kiosk::reception {

/// One line of the audit chain: who did what to which package, and nothing about the person in it.
/// `hash` covers the row and the hash before it, keyed, so that no row can be changed, taken out or moved
/// unseen.
struct AuditRow {
    std::int64_t sequence = 0;
    std::string at{}, who{}, terminal{}, action{}, package_id{};
    std::string previous{}, hash{};  // hex
    bool operator==(const AuditRow&) const = default;
};

/// One place where what is stored is not what was written.
struct Damage {
    std::string where{};  // "audit 17", "sealed 0192…/reception", "database"
    std::string what{};
    bool operator==(const Damage&) const = default;
};

}  // namespace kiosk::reception
