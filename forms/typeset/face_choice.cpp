#include "forms/typeset/face_choice.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <optional>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

enum class Sort : std::uint8_t { Letter, Joiner, Other };

// Letters of scripts that are set in whole words; joiners may stand between two of them (a space,
// O’CONNOR-SMITH).
Sort sort_of(std::string_view cluster) {
    const auto point = code_point_at(cluster, 0).value;
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(point), &status);
    if (point >= 0xFF01 && point <= 0xFFEF) return Sort::Other;  // full-width Latin belongs to Japanese
    switch (script) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_UNKNOWN:
            return Sort::Other;
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED:
            return point < 0x300 || (point >= 0x2010 && point <= 0x2027) ? Sort::Joiner : Sort::Other;
        default:
            return Sort::Letter;
    }
}

bool is_western(std::string_view cluster) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(code_point_at(cluster, 0).value), &status);
    return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

class Chooser {
public:
    Chooser(std::string_view text, const std::vector<Span>& clusters, const Style& style,
            const Covers& covers)
        : text_(text), clusters_(clusters), style_(style), covers_(covers), chain_(face_chain(style)) {}

    std::vector<FaceChoice> choose() const {
        std::vector<FaceChoice> chosen(clusters_.size());
        for (std::size_t at = 0; at < clusters_.size();) {
            const auto end = end_of_run(at);
            const auto face = face_of_run(at, end);
            for (; at < end; ++at) chosen[at] = face ? FaceChoice{*face, Found::Asked} : alone(bytes(at));
        }
        return chosen;
    }

private:
    [[nodiscard]] std::string_view bytes(std::size_t at) const { return clusters_[at].of(text_); }

    // One past the run of letters that begins here, or one past this cluster.
    [[nodiscard]] std::size_t end_of_run(std::size_t from) const {
        if (sort_of(bytes(from)) != Sort::Letter) return from + 1;
        auto end = from + 1;
        for (auto at = end; at < clusters_.size(); ++at) {
            const auto sort = sort_of(bytes(at));
            if (sort == Sort::Other) break;
            if (sort == Sort::Letter) end = at + 1;
        }
        return end;
    }

    [[nodiscard]] std::optional<FaceId> face_of_run(std::size_t from, std::size_t end) const {
        const auto has_all = [&](FaceId face) {
            for (auto at = from; at < end; ++at)
                if (!covers_(face, bytes(at))) return false;
            return true;
        };
        if (!is_western(bytes(from))) return first_of(chain_, has_all);
        // Beside a Mincho name, Latin letters of the Mincho face are hard to read and far apart; after the
        // face of the words around it, Noto Sans comes before any CJK face, whose Vietnamese is poor.
        auto chain = chain_;
        const auto latin = std::ranges::find_if(
            chain, [](FaceId face) { return face == FaceId::Latin || face == FaceId::LatinBold; });
        const auto place =
            style_.role == TextRole::Name || latin == chain.begin() ? chain.begin() : chain.begin() + 1;
        std::rotate(place, latin, latin + 1);
        return first_of(chain, has_all);
    }

    template <class Has>
    static std::optional<FaceId> first_of(const std::vector<FaceId>& chain, const Has& has) {
        const auto found = std::ranges::find_if(chain, has);
        return found == chain.end() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] FaceChoice alone(std::string_view cluster) const {
        for (const auto face : chain_)
            if (covers_(face, cluster)) return {face, Found::Asked};
        const auto base = cluster.substr(0, code_point_at(cluster, 0).length);
        for (const auto face : chain_)
            if (base.size() < cluster.size() && covers_(face, base)) return {face, Found::BaseOnly};
        for (const auto face : chain_)
            if (covers_(face, "〓")) return {face, Found::Nowhere};
        return {chain_.front(), Found::Nowhere};
    }

    std::string_view text_;
    const std::vector<Span>& clusters_;
    const Style& style_;
    const Covers& covers_;
    std::vector<FaceId> chain_;
};

}  // namespace

std::vector<FaceChoice> choose_faces(std::string_view text, const std::vector<Span>& clusters,
                                     const Style& style, const Covers& covers) {
    return Chooser(text, clusters, style, covers).choose();
}

}  // namespace forms
