#include <fstream>

#include "forms/write_file.hpp"

namespace forms {

namespace fs = std::filesystem;

std::optional<Error> write_file(const fs::path& file, std::string_view bytes) {
    const auto beside = fs::path(file).concat(".part");
    std::error_code problem;
    {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write, problem);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (stream && !problem) fs::rename(beside, file, problem);
        if (stream && !problem) return {};
    }
    std::error_code ignored;
    fs::remove(beside, ignored);
    return Error{Errc::FileUnwritable, file.string()};
}

}  // namespace forms
