#include "forms/sheets/fit.hpp"

#include <algorithm>
#include <cmath>

#include "forms/typeset/lines.hpp"

namespace forms {
namespace {

constexpr double kAscent = 0.88;  // of a CJK letter's square; the rest lies under the baseline
constexpr double kDescent = 0.12;
constexpr double kLeading = 1.15;  // em from baseline to baseline
constexpr double kKeepOneLine =
    0.7;                        // of the asked size: one smaller line is better read than two large ones
constexpr double kStep = 0.25;  // pt
// A printer's rasteriser may move a letter to its nearest whole dot: half a dot at 300 dpi.
constexpr double kEdge = 0.05;  // mm

struct Shapedline {
    std::string text;
    Shaped shaped;
    Ink ink;
};

double mm(double ems, double size) {
    return ems * size / kPointsPerMm;
}

double up(const Ink& ink) {
    return std::max(kAscent, ink.top);
}
double down(const Ink& ink) {
    return std::max(kDescent, -ink.bottom);
}

class Fitter {
public:
    Fitter(Faces& faces, const Wording& wording, const Box& box)
        : faces_(faces), wording_(wording), box_(box) {}

    [[nodiscard]] std::optional<Fitted> fit() const {
        const auto one = largest(wording_.fit == FieldFit::None ? wording_.size : wording_.floor,
                                 [&](double size) { return try_lines({line(wording_.text)}, size); });
        const bool stays = wording_.text.find('\n') == std::string::npos;
        if (one && stays && one->size >= wording_.size * kKeepOneLine) return one;
        if (wording_.fit != FieldFit::ShrinkWrap) return stays ? one : std::nullopt;
        const auto many = largest(wording_.floor, [&](double size) { return try_lines(broken(size), size); });
        if (one && stays && (!many || many->size <= one->size)) return one;
        return many;
    }

private:
    // The largest size from the asked one down to `floor` that goes in.
    template <class Try>
    [[nodiscard]] std::optional<Fitted> largest(double floor, const Try& attempt) const {
        for (double size = wording_.size; size >= floor; size -= kStep)
            if (auto fitted = attempt(size)) return fitted;
        return {};
    }

    [[nodiscard]] Shapedline line(std::string_view text) const {
        auto shaped = faces_.shape(text, wording_.style);
        const auto ink = faces_.ink(shaped);
        return {std::string(text), std::move(shaped), ink};
    }

    [[nodiscard]] std::vector<Shapedline> broken(double size) const {
        std::vector<Shapedline> lines;
        for (auto& each : break_lines(faces_, wording_.text, wording_.style, box_.w * kPointsPerMm / size)) {
            const auto ink = faces_.ink(each.shaped);
            lines.push_back({std::string(each.bytes.of(wording_.text)), std::move(each.shaped), ink});
        }
        return lines;
    }

    [[nodiscard]] std::optional<Fitted> try_lines(std::vector<Shapedline> lines, double size) const {
        double height = up(lines.front().ink) + down(lines.back().ink);
        for (std::size_t i = 1; i < lines.size(); ++i) height += pitch(lines[i - 1].ink, lines[i].ink);
        if (mm(height, size) > box_.h + 1e-6) return {};
        for (const auto& each : lines)
            if (mm(visible(each) - each.ink.left, size) > box_.w + 1e-6) return {};

        Fitted fitted{size, {}};
        double baseline = box_.y + (box_.h - mm(height, size)) / 2 + mm(up(lines.front().ink), size);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) baseline += mm(pitch(lines[i - 1].ink, lines[i].ink), size);
            const auto x = start(lines[i], size);
            fitted.lines.push_back({std::move(lines[i].text), std::move(lines[i].shaped), x, baseline});
        }
        return fitted;
    }

    static double pitch(const Ink& above, const Ink& below) {
        return std::max(kLeading, down(above) + up(below));
    }

    // Spaces at the end of a broken line may hang over the edge: they have no ink.
    [[nodiscard]] static double visible(const Shapedline& line) {
        auto right = line.ink.right;
        auto end = line.text.size();
        for (auto at = line.shaped.clusters.rbegin(); at != line.shaped.clusters.rend(); ++at) {
            const auto bytes = at->bytes.of(line.text);
            if (bytes != " " && bytes != "\u3000") break;
            end = at->bytes.from;
            right = std::min(right, at->x);
        }
        return end == 0 ? 0 : right;
    }

    [[nodiscard]] double start(const Shapedline& line, double size) const {
        const auto width = mm(visible(line) - line.ink.left, size);
        const auto from = box_.x - mm(line.ink.left, size);
        switch (wording_.align) {
            case FieldAlign::Left:
                return from;
            case FieldAlign::Center:
                return from + (box_.w - width) / 2;
            case FieldAlign::Right:
                return from + box_.w - width;
        }
        return from;
    }

    Faces& faces_;
    const Wording& wording_;
    const Box& box_;
};

}  // namespace

std::optional<Fitted> fit_words(Faces& faces, const Wording& wording, const Box& box) {
    const Box within{box.x + kEdge, box.y + kEdge, box.w - 2 * kEdge, box.h - 2 * kEdge};
    return Fitter(faces, wording, within).fit();
}

double excess_width(Faces& faces, const Wording& wording, const Box& box) {
    const auto ink = faces.ink(faces.shape(wording.text, wording.style));
    return std::max(0.0, mm(ink.right - ink.left, wording.floor) - (box.w - 2 * kEdge));
}

void draw(Canvas& canvas, const Fitted& words) {
    for (const auto& line : words.lines)
        canvas.text(line.shaped, line.text, line.x, line.baseline, words.size);
}

}  // namespace forms
