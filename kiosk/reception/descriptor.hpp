#pragma once

#include <unistd.h>

#include <filesystem>
#include <utility>

#include "kiosk/reception/error.hpp"

namespace kiosk::reception {

/// Owns one file descriptor.
class Descriptor {
public:
    explicit Descriptor(int raw) noexcept : raw_(raw) {}
    Descriptor(Descriptor&& other) noexcept : raw_(std::exchange(other.raw_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (raw_ >= 0) ::close(raw_);
    }

    explicit operator bool() const noexcept { return raw_ >= 0; }
    [[nodiscard]] int get() const noexcept { return raw_; }

private:
    int raw_;
};

/// ENOSPC and friends as this room's words, with the path for the log.
[[nodiscard]] Error from_errno(int number, const std::filesystem::path& path);

/// Waits until the names in a folder are on disk.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace kiosk::reception
