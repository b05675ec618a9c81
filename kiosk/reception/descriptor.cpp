#include "kiosk/reception/descriptor.hpp"

#include <fcntl.h>

#include <cerrno>
#include <system_error>

namespace kiosk::reception {

Error from_errno(int number, const std::filesystem::path& path) {
    const auto detail = path.string() + ": " + std::generic_category().message(number);
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {Errc::DiskFull, detail};
        case EROFS:
            return {Errc::ReadOnly, detail};
        case EACCES:
        case EPERM:
            return {Errc::NoAccess, detail};
        default:
            return {Errc::Failed, detail};
    }
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened || ::fsync(opened.get()) != 0) return fail(from_errno(errno, folder));
    return {};
}

}  // namespace kiosk::reception
