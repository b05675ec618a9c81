// find_in_memory PID: reads words from standard input, one a line, and counts where each still lies in the
// readable memory of that process, as UTF-8, UTF-16 or UTF-32: `count<TAB>line number`. Never prints the
// words. Exit 0 when none was found, 1 otherwise, 2 when it cannot look.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct Range {
    std::uint64_t from = 0, to = 0;
};

std::vector<Range> readable(const std::string& pid) {
    std::vector<Range> ranges;
    std::ifstream maps("/proc/" + pid + "/maps");
    for (std::string line; std::getline(maps, line);) {
        const auto dash = line.find('-'), space = line.find(' ');
        if (dash == std::string::npos || line.at(space + 1) != 'r' || line.ends_with("[vvar]")) continue;
        // What is mapped from a file and cannot be written holds that file's bytes: a font's numbers, no
        // visitor.
        if (line.at(space + 2) != 'w' && line.find('/') != std::string::npos) continue;
        ranges.push_back({std::stoull(line.substr(0, dash), nullptr, 16),
                          std::stoull(line.substr(dash + 1), nullptr, 16)});
    }
    return ranges;
}

std::u32string code_points(const std::string& utf8) {
    std::u32string points;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            points.push_back(byte);
        else if (byte >= 0xC0)
            points.push_back(byte & (byte >= 0xF0 ? 0x07U : byte >= 0xE0 ? 0x0FU : 0x1FU));
        else
            points.back() = (points.back() << 6U) | (byte & 0x3FU);
    }
    return points;
}

template <class Unit>
void append(std::string& bytes, Unit unit) {
    bytes.append(reinterpret_cast<const char*>(&unit), sizeof unit);
}

/// The word as programs hold words.
std::vector<std::string> spellings(const std::string& word) {
    std::string utf16, utf32;
    for (const char32_t point : code_points(word)) {
        append(utf32, point);
        if (point >= 0x10000) append(utf16, static_cast<char16_t>(0xD7C0U + (point >> 10U)));
        append(utf16, static_cast<char16_t>(point < 0x10000 ? point : 0xDC00U | (point & 0x3FFU)));
    }
    return {word, utf16, utf32};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Four digits within a longer number are no PIN: a font numbers its glyphs mj025801, mj025802, …
bool within_a_number(const std::string& memory, std::size_t at, std::size_t length) {
    return is_digit(memory[at]) && ((at > 0 && is_digit(memory[at - 1])) ||
                                    (at + length < memory.size() && is_digit(memory[at + length])));
}

std::size_t count(const std::string& memory, const std::string& word) {
    std::size_t found = 0;
    for (auto at = memory.find(word); at != std::string::npos; at = memory.find(word, at + 1))
        if (!within_a_number(memory, at, word.size())) ++found;
    return found;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::vector<std::string> words;
    for (std::string word; std::getline(std::cin, word);) words.push_back(word);
    std::ifstream memory("/proc/" + std::string(argv[1]) + "/mem", std::ios::binary);
    const auto ranges = readable(argv[1]);
    if (!memory || ranges.empty()) return 2;
    std::vector<std::size_t> found(words.size());
    for (const auto& range : ranges) {
        std::string bytes(range.to - range.from, '\0');
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(range.from));
        memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, memory.gcount())));
        for (std::size_t i = 0; i < words.size(); ++i)
            for (const auto& spelling : spellings(words[i])) found[i] += count(bytes, spelling);
    }
    for (std::size_t i = 0; i < words.size(); ++i) std::cout << found[i] << '\t' << i + 1 << '\n';
    return std::ranges::any_of(found, [](std::size_t n) { return n > 0; }) ? 1 : 0;
}
