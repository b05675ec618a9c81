#include "kiosk/reception/key.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

#include "kiosk/reception/descriptor.hpp"

namespace kiosk::reception {

namespace {

constexpr std::size_t kHexDigits = 2 * std::tuple_size_v<Key>;

Result<Key> from_hex(std::string_view text, const std::string& where) {
    Key key{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        const auto* digits = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(digits, digits + 2, key[i], 16);
        if (error != std::errc{} || end != digits + 2)
            return fail(Errc::WrongKey, where + ": not 64 hex digits");
    }
    return key;
}

Result<Key> make_key(const std::filesystem::path& file, Random& random) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!out) return fail(from_errno(errno, file));
    Key key{};
    random.fill(key);
    std::string text;
    for (const auto byte : key) text += fmt::format("{:02x}", byte);
    text += '\n';
    const auto written = ::write(out.get(), text.data(), text.size());
    const bool kept = written == static_cast<ssize_t>(text.size()) && ::fsync(out.get()) == 0;
    const auto why = errno;
    wipe(text);
    if (!kept) {
        ::unlink(file.c_str());  // half a key would lock the store out for good
        return fail(from_errno(why, file));
    }
    if (auto synced = sync_folder(file.parent_path()); !synced) return fail(synced);
    return key;
}

}  // namespace

Result<Key> load_key(const std::filesystem::path& file, IfMissing if_missing, Random& random) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in && errno == ENOENT) {
        if (if_missing == IfMissing::Refuse) return fail(Errc::WrongKey, "no key file " + file.string());
        return make_key(file, random);
    }
    if (!in) return fail(from_errno(errno, file));

    struct stat about {};
    if (::fstat(in.get(), &about) != 0) return fail(from_errno(errno, file));
    if (about.st_uid != ::geteuid() || (about.st_mode & 0077) != 0)
        return fail(Errc::NoAccess, file.string() + ": must belong to this user with mode 0600");

    std::array<char, kHexDigits> text{};
    const auto size = ::read(in.get(), text.data(), text.size());
    if (size != static_cast<ssize_t>(text.size()))
        return fail(Errc::WrongKey, file.string() + ": not 64 hex digits");
    auto key = from_hex({text.data(), text.size()}, file.string());
    OPENSSL_cleanse(text.data(), text.size());
    return key;
}

}  // namespace kiosk::reception
