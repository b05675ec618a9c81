#include "tests/kiosk/gallery/png.hpp"

#include <stb/stb_image_write.h>

namespace png {

void write_upside_down(const std::filesystem::path& file, int width, int height,
                       const std::vector<std::uint8_t>& pixels) {
    stbi_flip_vertically_on_write(1);
    stbi_write_png(file.c_str(), width, height, 3, pixels.data(), width * 3);
}

}  // namespace png
