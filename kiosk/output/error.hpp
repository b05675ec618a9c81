#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace kiosk::output {

/// Why paper or a package did not come out.
enum class Errc : std::uint8_t {
    Offline,             // the printer or print server cannot be reached; nothing was sent
    Refused,             // it answered and did not take the job; nothing was printed
    SubmitUnclear,       // the connection broke while sending: ask for the job by name before anything else
    NoSuchJob,           // the printer no longer knows it: nobody can say whether it was printed
    BadAddress,          // not a printer address
    DiskFull,            // the package is not complete; run again with space
    CannotWrite,         // the folder cannot be written; the detail names it
    Lossy,               // the profile's character set cannot hold a character; nothing was written
    BadProfile,          // the profile file is wrong; the detail says where
    Reception,           // the store refused; the detail is its code and detail
    BadAcknowledgement,  // the core's answer is not what was agreed; it stays where it lies
    Altered,             // a released package is no longer what was released
    Failed,
};

struct Error {
    Errc code{};
    std::string detail;  // for the log; never personal
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

template <class T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::unexpected<Error>(failed.error());
}

[[nodiscard]] std::string_view short_code(Errc code);  // "P02"
[[nodiscard]] std::string_view sentence(Errc code, std::string_view language = "ja");

}  // namespace kiosk::output
