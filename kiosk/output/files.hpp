#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/output/error.hpp"

namespace kiosk::output {

/// The few things a package does to a disk, so that a test can make each of them fail or be the last.
class Files {
public:
    Files() = default;
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    virtual ~Files() = default;

    /// Makes the folder and its parents, 0700. Fine if it is there.
    virtual Result<void> make_folder(const std::filesystem::path& folder) = 0;
    /// Writes a whole new file, 0600, and waits until it is on disk.
    virtual Result<void> write(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) = 0;
    /// Renames within a folder, replacing.
    virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    /// Waits until the folder's entries are on disk.
    virtual Result<void> sync_folder(const std::filesystem::path& folder) = 0;
    virtual Result<void> remove(const std::filesystem::path& file) = 0;
};

/// The whole of a file; empty when it cannot be read.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> read_file(const std::filesystem::path& file);

/// The real disk.
class DiskFiles final : public Files {
public:
    Result<void> make_folder(const std::filesystem::path& folder) override;
    Result<void> write(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) override;
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> sync_folder(const std::filesystem::path& folder) override;
    Result<void> remove(const std::filesystem::path& file) override;
};

}  // namespace kiosk::output
