#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/reception/error.hpp"

namespace kiosk::reception {

/// Where the state lies and where its key lies. The two are never the same folder: who carries one away has
/// nothing.
struct Place {
    std::filesystem::path state;  // folder, 0700
    std::filesystem::path key;    // file, 0600
    bool operator==(const Place&) const = default;
};

/// What was asked for: by option, by environment variable, or not at all (empty).
struct PlaceWishes {
    std::string state_option, state_variable;  // --state, $KAKANAI_STATE
    std::string key_option, key_variable;      // --key, $KAKANAI_KEY
};

/// Option before variable before /var/lib/kakanai and /etc/kakanai/key.
[[nodiscard]] Place choose_place(const PlaceWishes& wishes);

/// Makes the state folder with its outbox and inbox if missing, and gives folders mode 0700 and the database
/// 0600. Errc::NoAccess names what does not belong to this user; Errc::BadInput when the key lies inside the
/// state folder.
[[nodiscard]] Result<void> prepare(const Place& place);

/// Folders inside the state folder.
[[nodiscard]] std::filesystem::path database_file(const Place& place);  // reception.db
[[nodiscard]] std::filesystem::path outbox_folder(const Place& place);  // outbox/
[[nodiscard]] std::filesystem::path inbox_folder(const Place& place);   // inbox/

}  // namespace kiosk::reception
