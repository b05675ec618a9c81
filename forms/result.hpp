#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace forms {

/// What went wrong, as far as the caller should act differently.
enum class Errc : std::uint8_t {
    FileUnreadable,  // missing or not permitted: tell staff which file
    FileUnwritable,  // disk full or not permitted: nothing was left half written
    Malformed,       // read, but not what it should be (TOML, JSON, PDF, font); `detail` says where
    UnknownName,     // an item, event, sheet or face that does not exist
    WrongType,       // a value that does not fit its item
    TooLarge,        // more than the program is willing to hold
};

/// An error of the forms library. `detail` is for staff and logs and never holds a fact about a person.
struct Error {
    Errc code{};
    std::string detail;
    bool operator==(const Error&) const = default;
};

/// A value or an Error; cannot be ignored.
template <class T>
struct [[nodiscard]] Result : tl::expected<T, Error> {
    using tl::expected<T, Error>::expected;
};

/// The failing side of a Result.
inline tl::unexpected<Error> fail(Errc code, std::string detail = {}) {
    return tl::make_unexpected(Error{code, std::move(detail)});
}

}  // namespace forms
