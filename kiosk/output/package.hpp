#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "kiosk/output/error.hpp"
#include "kiosk/output/files.hpp"
#include "kiosk/output/profile.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk::output {

/// A package before it is on disk: relative path → bytes, the same every time for the same reception and
/// ticket.
struct Package {
    std::string folder{};  // "20261122/131016_A1_0192…"
    std::map<std::string, reception::Bytes> files{};
    std::string sha256{};  // of manifest.sha256: what the next package of the counter refers to
};

/// Pure: facts linkage-security §1.3 turned into bytes.
[[nodiscard]] Result<Package> build_package(const reception::NewReception& reception,
                                            const std::string& number, const reception::ExportTicket& ticket,
                                            const Profile& profile);

/// Writes it under `outbox`, READY last by rename. READY exists ⇒ every hash in manifest.sha256 is right,
/// whenever power fails. Run again: completes what was begun, and leaves a released package alone.
[[nodiscard]] Result<std::filesystem::path> write_package(const Package& package,
                                                          const std::filesystem::path& outbox, Files& files);

/// Load, build, write, and note 出力済: the whole export of one reception. The same folder each time.
[[nodiscard]] Result<std::filesystem::path> export_package(reception::Store& store,
                                                           const reception::PackageId& id,
                                                           const Profile& profile,
                                                           const std::filesystem::path& outbox, Files& files,
                                                           const reception::Act& act);

}  // namespace kiosk::output
