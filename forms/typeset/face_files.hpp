#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace forms {

/// The faces words are set in, on paper and on the screen.
enum class FaceId : std::uint8_t {
    Ui,  // BIZ UDPGothic
    UiBold,
    Fixed,  // BIZ UDGothic: digits and kana of one width, for cells
    FixedBold,
    Name,     // IPAmj Mincho: every MJ character and its registered forms
    NameCjk,  // Noto Serif CJK JP: the forms of the Adobe-Japan1 collection
    Cjk,      // Noto Sans CJK JP
    CjkBold,
    Chinese,  // Noto Sans CJK SC
    ChineseBold,
    Korean,  // Noto Sans CJK KR
    KoreanBold,
    Latin,  // Noto Sans: Latin with Vietnamese, Cyrillic, Greek
    LatinBold,
    Devanagari,  // Noto Sans Devanagari
    DevanagariBold,
};
inline constexpr std::size_t kFaces = 16;

/// One face in a font file; `index` counts the faces of a collection (.ttc).
struct FaceFile {
    std::filesystem::path path;
    unsigned index = 0;
};
using FaceFiles = std::array<FaceFile, kFaces>;

/// Where Debian 12's packages put the faces (fonts-morisawa-bizud-gothic, fonts-ipamj-mincho, fonts-noto-cjk,
/// fonts-noto-core).
[[nodiscard]] FaceFiles debian_face_files();

/// What words are for decides their face.
enum class TextRole : std::uint8_t { Ui, UiBold, Fixed, Name };

/// A role in a language (`ja`, `easy`, `en`, `zh`, `ko`, `vi` …).
struct Style {
    TextRole role = TextRole::Ui;
    std::string_view language = "ja";
};

/// The faces to try for a style, the preferred one first (facts/ux.md §4.6).
[[nodiscard]] std::vector<FaceId> face_chain(const Style& style);

}  // namespace forms
