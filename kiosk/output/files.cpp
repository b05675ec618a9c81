#include "kiosk/output/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>

#include "kiosk/reception/descriptor.hpp"

namespace kiosk::output {

namespace fs = std::filesystem;
using reception::Descriptor;

namespace {

tl::unexpected<Error> fail_errno(int number, const fs::path& path) {
    const auto why = reception::from_errno(number, path);
    return fail(why.code == reception::Errc::DiskFull ? Errc::DiskFull : Errc::CannotWrite, why.detail);
}

}  // namespace

std::optional<std::vector<std::uint8_t>> read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad()) return std::nullopt;
    return bytes;
}

Result<void> DiskFiles::make_folder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) return sync_folder(folder.parent_path());
    if (errno == EEXIST) return {};
    if (errno != ENOENT || folder.parent_path().empty()) return fail_errno(errno, folder);
    if (auto parent = make_folder(folder.parent_path()); !parent) return parent;
    return make_folder(folder);
}

Result<void> DiskFiles::write(const fs::path& file, std::span<const std::uint8_t> bytes) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out) return fail_errno(errno, file);
    while (!bytes.empty()) {
        const auto written = ::write(out.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail_errno(errno, file);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (::fsync(out.get()) != 0) return fail_errno(errno, file);
    return {};
}

Result<void> DiskFiles::rename(const fs::path& from, const fs::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return fail_errno(errno, to);
    return {};
}

Result<void> DiskFiles::sync_folder(const fs::path& folder) {
    if (auto synced = reception::sync_folder(folder); !synced)
        return fail(Errc::CannotWrite, synced.error().detail);
    return {};
}

Result<void> DiskFiles::remove(const fs::path& file) {
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fail_errno(errno, file);
    return {};
}

}  // namespace kiosk::output
