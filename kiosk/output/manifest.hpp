#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/output/csv.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk::output {

/// What the manifest says of one file.
struct FileNote {
    std::string name{};
    std::size_t bytes = 0;
    std::string sha256{};
    std::string charset{};
    int rows = -1;  // below 0: not a table
    std::vector<std::string> columns{};
};

struct ManifestSource {
    const reception::NewReception& reception;
    const std::string& number;
    const reception::ExportTicket& ticket;
    const std::vector<FileNote>& files;
    const CharacterReport& characters;
    const std::vector<Loss>& losses;
};

/// manifest.json (facts: linkage-security §1.3).
[[nodiscard]] std::string manifest_text(const ManifestSource& source);

/// reception.json: the whole reception in our own words, the same whatever the profile.
[[nodiscard]] std::string reception_text(const reception::NewReception& reception, const std::string& number);

}  // namespace kiosk::output
