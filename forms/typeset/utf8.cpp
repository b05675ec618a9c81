#include "forms/typeset/utf8.hpp"

#include <fmt/core.h>

namespace forms {

namespace {

constexpr CodePoint kBroken{U'\uFFFD', 0, 1, true};

// The lowest value that needs so many bytes: a longer way of writing one is not UTF-8.
constexpr char32_t kLowest[] = {0, 0, 0x80, 0x800, 0x10000};

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

CodePoint decode(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    const auto length = length_of(lead);
    if (length == 1) return {lead, 0, 1, false};
    if (length == 0 || length > bytes.size()) return kBroken;
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if ((byte & 0xC0U) != 0x80) return kBroken;
        value = (value << 6) | (byte & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (value < kLowest[length] || surrogate || value > 0x10FFFF) return kBroken;
    return {value, 0, length, false};
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    auto point = decode(text.substr(at));
    point.at = at;
    return point;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (point.broken) return false;
        at += point.length;
    }
    return true;
}

std::string code_points_text(std::string_view text) {
    std::string named;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        named += fmt::format("{}U+{:04X}", named.empty() ? "" : " ", static_cast<unsigned>(point.value));
        at += point.length;
    }
    return named;
}

}  // namespace forms
