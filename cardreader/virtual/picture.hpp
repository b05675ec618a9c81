#pragma once
#include <string_view>

#include "cardreader/bytes.hpp"

namespace cardreader::virtual_card {

/// The text as a PNG of one bit a pixel in lines this many pixels high, a digit half as wide: with the very
/// glyph of a variation sequence, as the card's own face shows it. Set in IPAmj Mincho; what that lacks
/// stays empty. Throws std::runtime_error, with the file, when the face is not installed.
[[nodiscard]] Bytes text_picture(std::string_view utf8, unsigned height);

/// A drawn head in JPEG 2000, grey: the same on every card, and nobody's.
[[nodiscard]] Bytes face_picture();

}  // namespace cardreader::virtual_card
