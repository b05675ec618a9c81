#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/typeset/face_files.hpp"
#include "forms/typeset/text_breaks.hpp"

namespace forms {

/// How a cluster can be drawn: as asked, without its selector, or not at all.
enum class Found : std::uint8_t { Asked, BaseOnly, Nowhere };

struct FaceChoice {
    FaceId face{};
    Found found = Found::Asked;
    bool operator==(const FaceChoice&) const = default;
};

/// Neighbouring clusters set in one face. `shown_as` is drawn instead of the text when the text cannot be.
struct FaceRun {
    FaceId face{};
    Span bytes;
    std::vector<Span> clusters;
    std::string shown_as;
};

using Covers = std::function<bool(FaceId, std::string_view cluster)>;

/// The face of every cluster. A run of letters (Latin, Hangul, Devanagari …) with what stands between them
/// goes whole into the first face that has all of it; ideographs and kana are looked up one by one, each with
/// its selector.
[[nodiscard]] std::vector<FaceChoice> choose_faces(std::string_view text, const std::vector<Span>& clusters,
                                                   const Style& style, const Covers& covers);

}  // namespace forms
