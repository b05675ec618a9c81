#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/reception/moment.hpp"
#include "kiosk/reception/random.hpp"

namespace kiosk::reception {

/// The identity of one visit, its reception and its package: a UUIDv7 (RFC 9562 §5.7) in lower case, and the
/// idempotency key from the kiosk to the core system. Made once when a visit opens.
class PackageId {
public:
    [[nodiscard]] static PackageId make(Moment now, Random& random);
    /// Empty unless `text` is a UUIDv7 in its canonical lower-case form.
    [[nodiscard]] static std::optional<PackageId> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    auto operator<=>(const PackageId&) const = default;

private:
    explicit PackageId(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace kiosk::reception
