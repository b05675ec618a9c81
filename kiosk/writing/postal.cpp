#include "kiosk/writing/postal.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kiosk::writing {

namespace {

constexpr std::size_t kCodeDigits = 7;

bool is_line(std::string_view line) {
    return line.size() > kCodeDigits + 1 && line[kCodeDigits] == '\t' &&
           std::ranges::all_of(line.substr(0, kCodeDigits), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view code_of(std::string_view line) {
    return line.substr(0, kCodeDigits);
}

}  // namespace

PostalTable::PostalTable(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    text_.assign(std::istreambuf_iterator<char>(in), {});
    for (std::size_t from = 0; from < text_.size();) {
        const auto end = std::min(text_.find('\n', from), text_.size());
        const auto line = std::string_view(text_).substr(from, end - from);
        if (is_line(line)) lines_.push_back(line);
        from = end + 1;
    }
    std::ranges::stable_sort(lines_, {}, code_of);
}

std::vector<std::string> PostalTable::places(std::string_view code) const {
    std::vector<std::string> found;
    for (const auto line : std::ranges::equal_range(lines_, code, {}, code_of))
        found.emplace_back(line.substr(kCodeDigits + 1));
    return found;
}

}  // namespace kiosk::writing
