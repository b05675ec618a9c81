#include "tests/cardreader/pcsc/planted.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace cardreader {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPinDigits = 4;
constexpr std::size_t kNumberDigits = 14;

/// Digits as careless code might leave them behind: what stands before each digit, the byte that means 0, and
/// what stands between one digit and the next. The byte order of UTF-16 and UTF-32 only moves the beginning.
struct Shape {
    std::string_view before_each;
    unsigned char zero;
    std::string_view between;
};
constexpr std::array kShapes{
    Shape{""sv, '0', ""sv},           // as typed
    Shape{""sv, '0', "\0"sv},         // UTF-16
    Shape{""sv, '0', "\0\0\0"sv},     // UTF-32
    Shape{"3"sv, '0', ""sv},          // hexadecimal of the digits
    Shape{"3"sv, '0', " "sv},         // the same, as dumps have it
    Shape{"\xEF\xBC"sv, 0x90, ""sv},  // full-width, UTF-8
    Shape{""sv, 0x10, "\xFF"sv},      // full-width, UTF-16
};

std::optional<std::string> shaped(const Shape& shape, std::string_view bytes, std::size_t count) {
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && !bytes.starts_with(shape.between)) return std::nullopt;
        if (i > 0) bytes.remove_prefix(shape.between.size());
        if (!bytes.starts_with(shape.before_each)) return std::nullopt;
        bytes.remove_prefix(shape.before_each.size());
        if (bytes.empty()) return std::nullopt;
        const auto digit = static_cast<unsigned char>(bytes.front()) - shape.zero;
        if (digit < 0 || digit > 9) return std::nullopt;
        digits += static_cast<char>('0' + digit);
        bytes.remove_prefix(1);
    }
    return digits;
}

std::optional<std::string> packed(std::string_view bytes, std::size_t count) {
    if (bytes.size() < count / 2) return std::nullopt;
    std::string digits;
    for (const char both : bytes.substr(0, count / 2)) {
        const auto byte = static_cast<unsigned char>(both);
        if (byte >> 4 > 9 || (byte & 0x0F) > 9) return std::nullopt;
        digits += static_cast<char>('0' + (byte >> 4));
        digits += static_cast<char>('0' + (byte & 0x0F));
    }
    return digits;
}

// As VERIFY would carry it, by short id or by what is selected, and as a PIN block holds it.
std::optional<std::string> packed_pin(std::string_view bytes) {
    for (const auto before : {"\x91\x02"sv, "\x80\x02"sv})
        if (bytes.starts_with(before)) return packed(bytes.substr(before.size()), kPinDigits);
    if (bytes.size() > 3 && bytes[0] == '\x24' && bytes[3] == '\xFF')
        return packed(bytes.substr(1), kPinDigits);
    return std::nullopt;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

std::string backwards(std::string digits) {
    std::ranges::reverse(digits);
    return digits;
}

}  // namespace

std::set<std::string> numbers_in(std::string_view bytes) {
    std::set<std::string> found;
    const auto take = [&](const std::optional<std::string>& digits) {
        if (!digits) return;
        for (const auto& number : {*digits, backwards(*digits)})
            if (number.starts_with(kMark)) found.insert(number);
    };
    for (; !bytes.empty(); bytes.remove_prefix(1)) {
        if (bytes.front() == '\0') continue;
        for (const auto& shape : kShapes) take(shaped(shape, bytes, kNumberDigits));
        take(packed(bytes, kNumberDigits));
    }
    return found;
}

std::set<std::string> pins_in(std::string_view bytes) {
    std::set<std::string> found;
    bool after_digit = false;
    for (; !bytes.empty(); bytes.remove_prefix(1)) {
        const char first = bytes.front();
        for (const auto& shape : kShapes) {
            if (first == '\0' || (after_digit && shape.before_each.empty() && shape.between.empty()))
                continue;
            if (auto digits = shaped(shape, bytes, kPinDigits)) found.insert(*std::move(digits));
        }
        if (auto digits = packed_pin(bytes)) found.insert(*std::move(digits));
        after_digit = is_digit(first);
    }
    return found;
}

}  // namespace cardreader
