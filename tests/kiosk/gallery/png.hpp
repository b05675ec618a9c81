#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace png {

/// Writes RGB pixels, bottom row first as OpenGL gives them.
void write_upside_down(const std::filesystem::path& file, int width, int height,
                       const std::vector<std::uint8_t>& pixels);

}  // namespace png
