#include "forms/typeset/ruby.hpp"

#include <algorithm>
#include <set>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

constexpr std::string_view kBaseMark = "｜";
constexpr std::string_view kOpen = "《";
constexpr std::string_view kClose = "》";

bool is_kanji(char32_t c) {
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == U'々' || c == U'〆' || is_variation_selector(c);
}

// Where the run of kanji at the end of a text begins.
std::size_t start_of_kanji(std::string_view text) {
    std::size_t start = text.size();
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (!is_kanji(point.value))
            start = text.size();
        else if (start == text.size())
            start = at;
        at += point.length;
    }
    return start;
}

// What moves as one: a base with its reading, or words between two places where a line may begin.
struct Unit {
    Shaped base;
    std::string text;
    std::string reading;
    Shaped over;
    double width = 0;
    bool may_start = false;
};

bool is_space(const std::string& text) {
    return text == " " || text == "\u3000";
}

std::vector<Unit> units_of(Faces& faces, const std::vector<RubyPart>& parts, const Style& style) {
    std::string whole;
    for (const auto& part : parts) whole += part.text;
    std::set<std::size_t> starts;
    for (const auto at : faces.breaks().line_starts(whole, style.language)) starts.insert(at);
    std::vector<Unit> units;
    const auto add = [&](std::size_t from, std::size_t to, const std::string& reading) {
        Unit unit{{}, whole.substr(from, to - from), reading, {}, 0, starts.contains(from)};
        unit.base = faces.shape(unit.text, style);
        unit.over = faces.shape(reading, style);
        unit.width = std::max(unit.base.width, unit.over.width * kRubySize);
        units.push_back(std::move(unit));
    };
    std::size_t at = 0;
    for (const auto& part : parts) {
        const auto end = at + part.text.size();
        while (at < end) {
            const auto next = starts.upper_bound(at);
            const auto to = !part.reading.empty() || next == starts.end() ? end : std::min(end, *next);
            add(at, to, part.reading);
            at = to;
        }
    }
    return units;
}

RubyLine line_of(const std::vector<Unit>& units, std::size_t first, std::size_t next) {
    RubyLine line;
    double x = 0;
    for (auto at = first; at < next; ++at) {
        const auto& unit = units[at];
        line.parts.push_back({unit.text, unit.base, x + (unit.width - unit.base.width) / 2, false});
        if (!unit.reading.empty()) {
            const double over = unit.over.width * kRubySize;
            line.parts.push_back({unit.reading, unit.over, x + (unit.width - over) / 2, true});
            line.has_reading = true;
        }
        x += unit.width;
        if (!is_space(unit.text)) line.width = x;
    }
    return line;
}

}  // namespace

std::vector<RubyPart> parse_ruby(std::string_view marked) {
    std::vector<RubyPart> parts;
    std::string open;
    auto base = std::string::npos;
    const auto close = [&] {
        if (!open.empty()) parts.push_back({open, {}});
        open.clear();
        base = std::string::npos;
    };
    for (std::size_t at = 0; at < marked.size();) {
        const auto rest = marked.substr(at);
        const auto end = rest.starts_with(kOpen) ? marked.find(kClose, at) : std::string_view::npos;
        if (rest.starts_with(kBaseMark)) {
            base = open.size();
            at += kBaseMark.size();
        } else if (end != std::string_view::npos) {
            const auto from = std::min(base, start_of_kanji(open));
            RubyPart part{open.substr(from),
                          std::string(marked.substr(at + kOpen.size(), end - at - kOpen.size()))};
            open.resize(from);
            close();
            parts.push_back(std::move(part));
            at = end + kClose.size();
        } else {
            const auto length = code_point_at(marked, at).length;
            open += marked.substr(at, length);
            at += length;
        }
    }
    close();
    return parts;
}

std::vector<RubyLine> break_ruby(Faces& faces, const std::vector<RubyPart>& parts, const Style& style,
                                 double width) {
    const auto units = units_of(faces, parts, style);
    std::vector<RubyLine> lines;
    for (std::size_t first = 0; first < units.size();) {
        double used = 0;
        auto good = first;
        auto at = first;
        for (; at < units.size(); ++at) {
            if (at > first && units[at].may_start) good = at;
            if (!is_space(units[at].text) && used + units[at].width > width + 1e-6) break;
            used += units[at].width;
        }
        if (at < units.size()) at = good > first ? good : std::max(at, first + 1);
        lines.push_back(line_of(units, first, at));
        first = at;
    }
    return lines;
}

}  // namespace forms
