#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/output/error.hpp"
#include "kiosk/reception/audit.hpp"
#include "kiosk/reception/package_id.hpp"

namespace kiosk::output {

enum class ImportOutcome : std::uint8_t { Imported, Rejected, Duplicate };

/// What a core system wrote back about one package.
struct Acknowledgement {
    reception::PackageId package_id;
    ImportOutcome outcome{};
    std::string external_reference{};  // the core's own number
};

/// Reads `<packageId>.ack.json`: {"status": "imported" | "rejected" | "duplicate", "externalRef": …}. The
/// name of the file says which package; anything else, and a file over 64 kB, is Errc::BadAcknowledgement.
[[nodiscard]] Result<Acknowledgement> read_acknowledgement(const std::filesystem::path& file);

/// The same from memory: `name` is the file's name, `text` what it holds.
[[nodiscard]] Result<Acknowledgement> parse_acknowledgement(const std::string& name, std::string_view text);

/// Every released package below `outbox` whose files are not what its manifest.sha256 says.
[[nodiscard]] std::vector<reception::Damage> check_packages(const std::filesystem::path& outbox);

/// Takes a package away, READY first so that nobody begins to read it. Fine if it is not there.
[[nodiscard]] Result<void> remove_package(const std::filesystem::path& outbox,
                                          const reception::PackageId& id);

}  // namespace kiosk::output
