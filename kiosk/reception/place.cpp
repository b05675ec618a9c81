#include "kiosk/reception/place.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "kiosk/reception/descriptor.hpp"

namespace kiosk::reception {

namespace fs = std::filesystem;

namespace {

fs::path first_of(const std::string& option, const std::string& variable, const char* otherwise) {
    if (!option.empty()) return option;
    if (!variable.empty()) return variable;
    return otherwise;
}

bool lies_inside(const fs::path& file, const fs::path& folder) {
    const auto inner = fs::weakly_canonical(fs::absolute(file));
    const auto outer = fs::weakly_canonical(fs::absolute(folder));
    const auto relative = inner.lexically_relative(outer);
    return !relative.empty() && *relative.begin() != "..";
}

Result<void> make_private_folder(const fs::path& folder) {
    std::error_code problem;
    fs::create_directories(folder.parent_path(), problem);
    if (problem) return fail(from_errno(problem.value(), folder.parent_path()));
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return fail(from_errno(errno, folder));
    return {};
}

// Whoever made it before with a wider mode: the mode is put right; an owner who is somebody else is not.
Result<void> make_private(const fs::path& path) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) != 0) return fail(from_errno(errno, path));
    if (S_ISLNK(about.st_mode)) return fail(Errc::NoAccess, path.string() + ": a link");
    if (about.st_uid != ::geteuid()) return fail(Errc::NoAccess, path.string() + ": belongs to another user");
    const mode_t wanted = S_ISDIR(about.st_mode) ? 0700 : 0600;
    if ((about.st_mode & 07777) == wanted) return {};
    if (::chmod(path.c_str(), wanted) != 0) return fail(from_errno(errno, path));
    return {};
}

}  // namespace

Place choose_place(const PlaceWishes& wishes) {
    return {.state = first_of(wishes.state_option, wishes.state_variable, "/var/lib/kakanai"),
            .key = first_of(wishes.key_option, wishes.key_variable, "/etc/kakanai/key")};
}

Result<void> prepare(const Place& place) try {
    auto state = fs::absolute(place.state).lexically_normal();
    if (!state.has_filename()) state = state.parent_path();  // "state/" is "state"
    if (lies_inside(place.key, state))
        return fail(Errc::BadInput, "the key " + place.key.string() + " lies inside the state folder");
    for (const auto& folder : {state, outbox_folder(place), inbox_folder(place)}) {
        if (auto made = make_private_folder(folder); !made) return made;
        if (auto tight = make_private(folder); !tight) return tight;
    }
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        const fs::path file = database_file(place).string() + suffix;
        if (!fs::exists(file)) continue;
        if (auto tight = make_private(file); !tight) return tight;
    }
    return {};
} catch (const fs::filesystem_error& problem) {
    return fail(from_errno(problem.code().value(), problem.path1()));
}

fs::path database_file(const Place& place) {
    return place.state / "reception.db";
}
fs::path outbox_folder(const Place& place) {
    return place.state / "outbox";
}
fs::path inbox_folder(const Place& place) {
    return place.state / "inbox";
}

}  // namespace kiosk::reception
