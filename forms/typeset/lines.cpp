#include "forms/typeset/lines.hpp"

#include <algorithm>
#include <set>

namespace forms {
namespace {

bool is_space(std::string_view cluster) {
    return cluster == " " || cluster == "\u3000";
}

// One paragraph (no line feed inside), shaped once.
class Breaker {
public:
    Breaker(Faces& faces, std::string_view text, Span paragraph, const Style& style)
        : text_(text), from_(paragraph.from), shaped_(faces.shape(paragraph.of(text), style)) {
        for (const auto at : faces.breaks().line_starts(paragraph.of(text), style.language))
            starts_.insert(at);
    }

    void add_lines(std::vector<Line>& lines, double width) const {
        const auto& clusters = shaped_.clusters;
        std::size_t first = 0;
        while (first < clusters.size()) {
            const auto next = end_of_line(first, width);
            lines.push_back(line(first, next));
            first = next;
        }
        if (clusters.empty()) lines.push_back({{from_, from_}, 0, {}});
    }

private:
    [[nodiscard]] std::string_view bytes(std::size_t cluster) const {
        const auto& span = shaped_.clusters[cluster].bytes;
        return text_.substr(from_ + span.from, span.to - span.from);
    }
    [[nodiscard]] double end_x(std::size_t cluster) const {
        return shaped_.clusters[cluster].x + shaped_.clusters[cluster].advance;
    }

    // The last place where a line may end before `width` is passed; spaces may hang over the edge.
    [[nodiscard]] std::size_t end_of_line(std::size_t first, double width) const {
        const auto& clusters = shaped_.clusters;
        // Rounding in a width worked out from millimetres must not send the last letter to a new line.
        const auto limit = clusters[first].x + width + 1e-6;
        std::size_t good = first;
        std::size_t at = first;
        for (; at < clusters.size(); ++at) {
            if (at > first && starts_.contains(clusters[at].bytes.from)) good = at;
            if (!is_space(bytes(at)) && end_x(at) > limit) break;
        }
        if (at == clusters.size()) return at;
        return good > first ? good : std::max(at, first + 1);
    }

    [[nodiscard]] Line line(std::size_t first, std::size_t next) const {
        const auto& clusters = shaped_.clusters;
        auto visible = next;
        while (visible > first && is_space(bytes(visible - 1))) --visible;
        const auto width = visible > first ? end_x(visible - 1) - clusters[first].x : 0;
        return {{from_ + clusters[first].bytes.from, from_ + clusters[next - 1].bytes.to},
                width,
                part(first, next)};
    }

    [[nodiscard]] Shaped part(std::size_t first, std::size_t next) const {
        Shaped line;
        const auto origin = shaped_.clusters[first];
        const auto end = shaped_.clusters[next - 1].bytes.to;
        const auto moved = [&](Span bytes) {
            return Span{bytes.from - origin.bytes.from, bytes.to - origin.bytes.from};
        };
        for (auto at = first; at < next; ++at) {
            auto cluster = shaped_.clusters[at];
            for (std::size_t i = 0; i < cluster.glyphs; ++i) {
                auto glyph = shaped_.glyphs[cluster.first_glyph + i];
                glyph.x -= origin.x;
                line.glyphs.push_back(glyph);
            }
            cluster.bytes = moved(cluster.bytes);
            cluster.first_glyph -= origin.first_glyph;
            cluster.x -= origin.x;
            line.clusters.push_back(cluster);
        }
        for (const auto& each : shaped_.undrawable)
            if (each.bytes.from >= origin.bytes.from && each.bytes.to <= end)
                line.undrawable.push_back({moved(each.bytes), each.base_shown});
        line.width = end_x(next - 1) - origin.x;
        return line;
    }

    std::string_view text_;
    std::size_t from_;
    Shaped shaped_;
    std::set<std::size_t> starts_;
};

}  // namespace

std::vector<Line> break_lines(Faces& faces, std::string_view text, const Style& style, double width) {
    std::vector<Line> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const auto feed = std::min(text.find('\n', from), text.size());
        Breaker(faces, text, {from, feed}, style).add_lines(lines, width);
        from = feed + 1;
    }
    return lines;
}

}  // namespace forms
