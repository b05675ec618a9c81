#include "cardreader/virtual/fault.hpp"

#include <charconv>

namespace cardreader::virtual_card {

namespace {

std::optional<int> number(std::string_view text, int base) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<FaultKind> plain_kind(std::string_view word) {
    if (word == "removed") return FaultKind::Removed;
    if (word == "silent") return FaultKind::Silent;
    if (word == "truncated") return FaultKind::Truncated;
    if (word == "garbage") return FaultKind::Garbage;
    if (word == "oversized") return FaultKind::Oversized;
    return std::nullopt;
}

}  // namespace

std::optional<Fault> parse_fault(std::string_view text) {
    const auto at_sign = text.find('@');
    if (at_sign == std::string_view::npos) return std::nullopt;
    const auto at = number(text.substr(at_sign + 1), 10);
    if (!at || *at < 1) return std::nullopt;
    const auto what = text.substr(0, at_sign);
    const auto equals = what.find('=');
    if (equals == std::string_view::npos) {
        const auto kind = plain_kind(what);
        if (!kind) return std::nullopt;
        return Fault{.kind = *kind, .at = *at};
    }
    const auto word = what.substr(0, equals);
    const auto value = number(what.substr(equals + 1), word == "status" ? 16 : 10);
    if (!value) return std::nullopt;
    if (word == "status" && *value <= 0xFFFF)
        return Fault{.kind = FaultKind::Status, .at = *at, .status = static_cast<std::uint16_t>(*value)};
    if (word == "delay")
        return Fault{.kind = FaultKind::Delay, .at = *at, .delay = std::chrono::milliseconds(*value)};
    return std::nullopt;
}

}  // namespace cardreader::virtual_card
