#pragma once
#include <array>
#include <cstdint>

#include "cardreader/apdu.hpp"

namespace cardreader::my_number {

/// 券面事項入力補助AP: its identifier and files (facts/card.md 1.1, 1.2). EF0001, 個人番号, is missing on
/// purpose: nothing in this library can name it.
inline constexpr std::array<std::uint8_t, 10> kTextApplication{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                               0x00, 0x01, 0x01, 0x04, 0x08};
inline constexpr FileId kFourItemsFile{0x0002};
inline constexpr FileId kSignatureFile{0x0003};
inline constexpr FileId kCertificateFile{0x0004};
inline constexpr FileId kCardKeyFile{0x0007};
inline constexpr FileId kPinFile{0x0011};
inline constexpr FileId kNumberBFile{0x0015};

}  // namespace cardreader::my_number
