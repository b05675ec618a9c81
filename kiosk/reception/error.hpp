#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace kiosk::reception {

/// Why a reception could not be kept, read or moved on. After any of these nothing was half done: either the
/// step is in the database or it is not, and the same call with the same package id may be made again.
enum class Errc : std::uint8_t {
    DiskFull,    // not kept; free space, then submit the same reception again
    ReadOnly,    // the disk or the database cannot be written
    Busy,        // another program holds the database; try again shortly
    NoAccess,    // owner or mode of a file or folder is wrong; the detail names it
    WrongKey,    // not the key the rows were sealed with, or no key at all
    Altered,     // a sealed row, the chain or the database was changed or damaged
    Conflict,    // this package id was used before for other contents
    NotFound,    // no such reception
    NotAllowed,  // its state does not allow this step
    BadInput,    // the caller's data cannot be stored as it is; the detail names the place, never the value
    Failed,      // anything else the system reported; the detail is for the log
};

struct Error {
    Errc code{};
    std::string detail;  // for the log: paths, error numbers, item keys; never a name, address or answer
    bool operator==(const Error&) const = default;
};

template <class T>
struct [[nodiscard]] Result : tl::expected<T, Error> {
    using tl::expected<T, Error>::expected;
};

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Hands an error on from one Result type to another.
template <class T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::unexpected<Error>(failed.error());
}

/// The short code a help desk can look up ("R03") and a plain sentence for staff, in Japanese or English.
[[nodiscard]] std::string_view short_code(Errc code);
[[nodiscard]] std::string_view sentence(Errc code, std::string_view language = "ja");

}  // namespace kiosk::reception
