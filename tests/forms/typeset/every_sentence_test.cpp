#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "forms/typeset/lines.hpp"
#include "forms/typeset/ruby.hpp"

using namespace forms;

namespace {

namespace fs = std::filesystem;

constexpr Style kUi{TextRole::Ui, "ja"};
constexpr std::array<std::string_view, 30> kNeverFirst{
    "、", "。", "」", "』", "）", "ー", "・", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ",
    "ょ", "ゎ", "々", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "！", "？", "】"};
constexpr std::array<std::string_view, 4> kNeverLast{"「", "『", "（", "【"};

bool is_japanese(const std::string& words) {
    return std::ranges::any_of(words, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

// What stands between quotation marks in the pack and in the kiosk's own words.
std::set<std::string> every_sentence() {
    std::set<std::string> found;
    for (const auto* folder : {"/forms/model-city", "/assets/words"})
        for (const auto& entry : fs::recursive_directory_iterator(KAKANAI_SOURCE_DIR + std::string(folder))) {
            if (entry.path().extension() != ".toml") continue;
            std::ifstream file(entry.path());
            std::ostringstream bytes;
            bytes << file.rdbuf();
            std::istringstream parts(bytes.str());
            std::string part;
            for (bool inside = false; std::getline(parts, part, '"'); inside = !inside)
                if (inside && is_japanese(part) && part.find('\n') == std::string::npos) found.insert(part);
        }
    return found;
}

// A sentence's own first and last letters are what they are; every other line is ours.
bool break_well(const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && std::ranges::any_of(kNeverFirst, [&](auto each) { return lines[i].starts_with(each); }))
            return false;
        if (i + 1 < lines.size() &&
            std::ranges::any_of(kNeverLast, [&](auto each) { return lines[i].ends_with(each); }))
            return false;
    }
    return true;
}

std::string words_of(const RubyLine& line) {
    std::string words;
    for (const auto& part : line.parts)
        if (!part.reading) words += part.text;
    return words;
}

}  // namespace

TEST_CASE("no line of any sentence of the pack or the kiosk begins or ends as strict typesetting forbids",
          "[forms][typeset]") {
    Faces faces;
    const auto sentences = every_sentence();
    CHECK(sentences.size() > 1'000);
    long lines = 0;
    for (const auto& sentence : sentences) {
        const auto parts = parse_ruby(sentence);
        std::string plain;
        for (const auto& part : parts) plain += part.text;
        for (const double width : {11.0, 17.0, 28.0}) {
            std::vector<std::string> set;
            for (const auto& line : break_lines(faces, plain, kUi, width))
                set.emplace_back(line.bytes.of(plain));
            lines += static_cast<long>(set.size());
            if (!break_well(set)) FAIL_CHECK(width << ": " << plain);
            set.clear();
            for (const auto& line : break_ruby(faces, parts, kUi, width)) set.push_back(words_of(line));
            if (!break_well(set)) FAIL_CHECK(width << ", with readings: " << plain);
        }
    }
    CHECK(lines > 5'000);
}
