#include "kiosk/reception/package_id.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace kiosk::reception {

namespace {

bool is_dash_place(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

}  // namespace

PackageId PackageId::make(Moment now, Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    const auto milliseconds = static_cast<std::uint64_t>(now.utc.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);  // version 7
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // variant
    std::string text;
    for (const auto byte : bytes) {
        if (is_dash_place(text.size())) text += '-';
        text += fmt::format("{:02x}", byte);
    }
    return PackageId(std::move(text));
}

std::optional<PackageId> PackageId::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (is_dash_place(i) ? c != '-' : !hex) return std::nullopt;
    }
    if (text[14] != '7' || std::string_view("89ab").find(text[19]) == std::string_view::npos)
        return std::nullopt;
    return PackageId(std::string(text));
}

}  // namespace kiosk::reception
