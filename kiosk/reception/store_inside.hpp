#pragma once

#include "kiosk/reception/database.hpp"
#include "kiosk/reception/sealer.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk::reception {

/// What a Store owns; shared by the files that implement it.
struct Store::Inside {
    Database database;
    Sealer sealer;
    Random& random;
    Place place;

    /// Appends to the chain. Inside a transaction, so that no act stands without its row.
    void audit(std::string_view action, const std::string& package_id, const Act& act);
    void seal_part(const PackageId& id, std::string_view part, std::span<const std::uint8_t> plain);
    /// Errc::NotFound, or Errc::Altered when the seal does not hold.
    Result<Bytes> open_part(const PackageId& id, std::string_view part) const;
    /// Throws Broken NotFound.
    State state_of(const PackageId& id) const;
    void set_state(const PackageId& id, State state, const Act& act);
};

/// Where a sealed row belongs; bound into its seal.
[[nodiscard]] std::string seal_place(std::string_view package_id, std::string_view part);

/// The text an audit row's hash covers.
[[nodiscard]] std::string chain_text(const AuditRow& row);
[[nodiscard]] std::string head_text(std::int64_t sequence, std::string_view hash);

/// Makes the tables of an empty database; refuses one from a later version.
void make_tables(const Database& database);

}  // namespace kiosk::reception
