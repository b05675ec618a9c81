#include "cardreader/text.hpp"

#include <optional>

namespace cardreader {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t character = 0;
    std::size_t size = 0;
};

// Unicode 3.9, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
std::optional<Decoded> decode(ByteView bytes) {
    const std::uint8_t lead = bytes[0];
    if (lead < 0x80) return Decoded{lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size) return std::nullopt;

    auto character = static_cast<char32_t>(lead & (0x7F >> size));
    for (std::size_t i = 1; i < size; ++i) {
        if ((bytes[i] & 0xC0) != 0x80) return std::nullopt;
        character = character << 6 | static_cast<char32_t>(bytes[i] & 0x3F);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < kSmallest[size] || character > 0x10FFFF || surrogate) return std::nullopt;
    return Decoded{character, size};
}

bool within(char32_t character, char32_t first, char32_t last) {
    return character >= first && character <= last;
}

bool private_use(char32_t c) {
    return within(c, 0xE000, 0xF8FF) || within(c, 0xF0000, 0x10FFFF);
}

bool never_in_a_name(char32_t c) {
    const bool control = c < 0x20 || within(c, 0x7F, 0x9F);
    const bool invisible =
        within(c, 0x200B, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x2069) || c == 0xFEFF;
    const bool noncharacter = (c & 0xFFFE) == 0xFFFE || within(c, 0xFDD0, 0xFDEF);
    return control || invisible || noncharacter;
}

}  // namespace

bool looks_substituted(char32_t character) noexcept {
    for (const char32_t mark : {U'\uFFFD', U'〓', U'●', U'■', U'?', U'？', U'*', U'＊'})
        if (character == mark) return true;
    return private_use(character) || never_in_a_name(character);
}

void append_utf8(std::string& to, char32_t c) {
    const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

CardText card_text(ByteView bytes, Item item) {
    CardText text;
    for (std::size_t position = 0; !bytes.empty(); ++position) {
        const auto decoded = decode(bytes).value_or(Decoded{kReplacement, 1});
        append_utf8(text.utf8, decoded.character);
        if (looks_substituted(decoded.character))
            text.doubts.push_back({.item = item, .character = decoded.character, .position = position});
        bytes = bytes.subspan(decoded.size);
    }
    return text;
}

}  // namespace cardreader
