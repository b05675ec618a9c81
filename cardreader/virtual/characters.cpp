#include "cardreader/virtual/characters.hpp"

#include <cstdint>

namespace cardreader::virtual_card {

std::u32string characters(std::string_view utf8) {
    std::u32string text;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<std::uint8_t>(utf8[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        auto character = size == 1 ? char32_t{lead} : static_cast<char32_t>(lead & (0x7F >> size));
        for (std::size_t i = 1; i < size && at + i < utf8.size(); ++i)
            character = character << 6 | static_cast<char32_t>(utf8[at + i] & 0x3F);
        text.push_back(character);
        at += size;
    }
    return text;
}

}  // namespace cardreader::virtual_card
