#include "cardreader/pcsc/chosen.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace cardreader {

namespace {

// Two digits of hexadecimal each for reader and slot, with a blank before each: pcsc-lite, readerfactory.c.
constexpr std::size_t kCountAt = 5;
constexpr std::size_t kCountDigits = 2;

std::string without_count(std::string name) {
    if (name.size() > kCountAt) name.erase(name.size() - kCountAt, kCountDigits);
    return name;
}

template <class Condition>
std::vector<Reader> those(const std::vector<Reader>& readers, Condition condition) {
    std::vector<Reader> found;
    std::ranges::copy_if(readers, std::back_inserter(found), condition);
    return found;
}

}  // namespace

std::vector<Reader> chosen_among(const std::vector<Reader>& readers,
                                 const std::optional<std::string>& chosen) {
    if (!chosen) return readers;
    auto exactly = those(readers, [&](const Reader& reader) { return reader.name == *chosen; });
    if (!exactly.empty()) return exactly;
    return those(readers, [alike = without_count(*chosen)](const Reader& reader) {
        return without_count(reader.name) == alike;
    });
}

std::optional<std::string> remembered_reader(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string name;
    if (!std::getline(stream, name) || name.empty()) return std::nullopt;
    return name;
}

bool remember_reader(const std::filesystem::path& file, std::string_view name) {
    const auto fresh = file.string() + ".new";
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    {
        std::ofstream stream(fresh);
        stream << name << '\n';
        if (!stream.flush()) return false;
    }
    std::filesystem::rename(fresh, file, problem);
    return !problem;
}

}  // namespace cardreader
