#include "kiosk/ui/text.hpp"

#include <imgui/imgui.h>
#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace kiosk {
namespace {

constexpr float kRubySize = 0.5F;  // of the base (W3C simple ruby)
constexpr float kRubyRow = 0.56F;  // room above the line for it, in ems of the base
constexpr float kLineWithRuby = 1.0F;
constexpr float kAscent = 0.88F;  // of the em box of the Japanese faces
constexpr float kDescent = 0.12F;
constexpr float kFullEnough = 0.45F;  // of the line's room, for a break between phrases

bool blank(const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
}

}  // namespace

std::vector<TextSetter::Atom> TextSetter::atoms(const Rich& words, const TextStyle& style, const Look& look,
                                                int ppem, bool ruby) {
    const auto whole = plain(words);
    const auto& language = style.language.empty() ? look.language : style.language;
    const auto list = source_.line_breaks(whole, language);
    const std::unordered_set<std::size_t> breaks(list.begin(), list.end());
    const auto pauses = source_.phrase_breaks(whole, language);
    const std::unordered_set<std::size_t> phrases(pauses.begin(), pauses.end());
    std::vector<Atom> atoms;
    std::size_t at = 0;
    const auto add = [&](const Span& span, std::size_t from, std::size_t length) {
        Atom atom;
        atom.text = whole.substr(from, length);
        atom.bold = span.bold || style.bold;
        atom.may_start_line = breaks.contains(from);
        atom.starts_phrase = phrases.contains(from);
        const auto face = style.name ? TypeFace::Name : atom.bold ? TypeFace::Bold : TypeFace::Regular;
        atom.base = source_.shape(atom.text, face, span.language.empty() ? language : span.language, ppem);
        atom.width = atom.base.width;
        if ((ruby || !span.language.empty()) && !span.ruby.empty()) {
            const int small =
                std::max(1, static_cast<int>(std::lround(static_cast<float>(ppem) * kRubySize)));
            atom.over = source_.shape(span.ruby, TypeFace::Regular, "ja", small);
            atom.width = std::max(atom.width, atom.over.width);
        }
        atoms.push_back(std::move(atom));
    };
    for (const auto& span : words) {
        const auto end = at + span.text.size();
        if (!span.ruby.empty()) {
            add(span, at, span.text.size());
        } else {
            for (auto from = at; from < end;) {
                auto to = from + 1;
                while (to < end && !breaks.contains(to)) ++to;
                add(span, from, to - from);
                from = to;
            }
        }
        at = end;
    }
    overhang(atoms);
    return atoms;
}

// A reading longer than its word may stand half a letter over kana beside it (JIS X 4051, JLREQ 3.3.8).
void TextSetter::overhang(std::vector<Atom>& atoms) {
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        auto& atom = atoms[i];
        const float extra = atom.over.width - atom.base.width;
        if (atom.over.glyphs.empty() || extra <= 0) continue;
        const float letter =
            atom.over.width / static_cast<float>(std::max<std::size_t>(1, atom.over.glyphs.size()));
        const bool left = i > 0 && atoms[i - 1].over.glyphs.empty();
        const bool right = i + 1 < atoms.size() && atoms[i + 1].over.glyphs.empty();
        const float allowed = (left && right) ? 2 * std::min(extra / 2, letter / 2) : 0;
        atom.width = atom.over.width - allowed;
    }
}

void TextSetter::place(TextBlock& block, const std::vector<Atom>& atoms, std::size_t from, std::size_t to,
                       float top, const TextStyle& style, bool ruby) {
    const auto em = static_cast<float>(block.ppem);
    const float row = ruby ? kRubyRow * em : 0;
    const float baseline = top + row + em * (style.line - 1) / 2 + em * kAscent;
    float pen = 0;
    const auto put = [&](const ShapedText& shaped, float x, float y, int ppem) {
        for (const auto& glyph : shaped.glyphs)
            block.glyphs.push_back({glyph, ppem, x + glyph.x, y - glyph.y});
        block.undrawable |= shaped.undrawable;
    };
    for (std::size_t i = from; i < to; ++i) {
        const auto& atom = atoms[i];
        put(atom.base, pen + (atom.width - atom.base.width) / 2, baseline, block.ppem);
        if (!atom.over.glyphs.empty()) {
            const int small = std::max(1, static_cast<int>(std::lround(em * kRubySize)));
            put(atom.over, pen + (atom.width - atom.over.width) / 2,
                baseline - em * (kAscent + 0.04F) - static_cast<float>(small) * kDescent, small);
        }
        // A blank that ends a line hangs over its end.
        if (i + 1 < to || i == from || !blank(atom.text)) pen += atom.width;
    }
    block.lines.push_back({0, pen, baseline});
    block.width = std::max(block.width, pen);
}

TextBlock TextSetter::set(const Rich& words, TextStyle style, float width, const Look& look, float scale) {
    TextBlock block;
    const float px_per_mm = look.panel.px_per_mm();
    block.ppem = std::max(1, static_cast<int>(std::lround(style.mm * scale * px_per_mm)));
    const bool ruby = look.shows_ruby() && !style.name;
    const auto parts = atoms(words, style, look, block.ppem, ruby);
    const bool has_ruby = std::ranges::any_of(parts, [](const Atom& a) { return !a.over.glyphs.empty(); });
    // The row of the readings is the air between lines.
    if (has_ruby) style.line = std::min(style.line, kLineWithRuby);
    // A pixel of grace: rounding must not push the last letter to a new line.
    const float room = width > 0 ? width * px_per_mm + 1 : 0;
    const float line_height = static_cast<float>(block.ppem) * (style.line + (has_ruby ? kRubyRow : 0));

    std::size_t from = 0;
    while (from < parts.size()) {
        float used = 0;
        std::size_t to = from;
        std::size_t last_break = from;
        bool forced = false;
        float at_phrase = 0;
        std::size_t last_phrase = from;
        for (; to < parts.size() && !forced; ++to) {
            if (to > from && parts[to].may_start_line) last_break = to;
            if (to > from && parts[to].starts_phrase) {
                last_phrase = to;
                at_phrase = used;
            }
            if (room > 0 && used + parts[to].width > room && !blank(parts[to].text)) break;
            used += parts[to].width;
            forced = parts[to].text.ends_with('\n');
        }
        // Between phrases, unless that would leave more than half of the line empty.
        if (last_phrase > from && at_phrase > room * kFullEnough) last_break = last_phrase;
        if (to < parts.size() && !forced) to = last_break > from ? last_break : std::max(to, from + 1);
        place(block, parts, from, to, block.height, style, has_ruby);
        if (room > 0 && block.lines.back().width > room + 1) block.overflow = true;
        block.height += line_height;
        from = to;
    }
    for (auto& line : block.lines) {
        if (style.align == Align::Left) continue;
        const float over = (room > 0 ? room - 1 : block.width) - line.width;
        line.left = style.align == Align::Centre ? over / 2 : over;
    }
    return block;
}

void TextSetter::draw(Canvas& canvas, const TextBlock& block, Point top_left, const TextStyle& style) {
    auto& list = canvas.list();
    const float ox = std::round(top_left.x * canvas.px_per_mm());
    const float oy = std::round(top_left.y * canvas.px_per_mm());
    const auto colour = canvas.colour(style.paint);
    constexpr float kTexel = 1.0F / GlyphPages::kSide;
    for (const auto& glyph : block.glyphs) {
        const auto paged = pages_.get(glyph.placed.face, glyph.placed.glyph, glyph.ppem);
        if (!paged) continue;
        float left = 0;
        for (const auto& line : block.lines)
            if (glyph.y <= line.baseline + 0.5F) {
                left = line.left;
                break;
            }
        const auto& p = paged->place;
        const float x = std::round(ox + left + glyph.x) + static_cast<float>(paged->left);
        const float y = std::round(oy + glyph.y) - static_cast<float>(paged->top);
        // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui's texture id is a pointer by declaration.
        list.PushTextureID(reinterpret_cast<ImTextureID>(paged->texture));
        list.PrimReserve(6, 4);
        list.PrimRectUV({x, y}, {x + static_cast<float>(p.w), y + static_cast<float>(p.h)},
                        {static_cast<float>(p.x) * kTexel, static_cast<float>(p.y) * kTexel},
                        {static_cast<float>(p.x + p.w) * kTexel, static_cast<float>(p.y + p.h) * kTexel},
                        colour);
        list.PopTextureID();
    }
    if (!style.underline) return;
    const float mm = static_cast<float>(block.ppem) / canvas.px_per_mm();
    for (const auto& line : block.lines) {
        const float y = (oy + line.baseline) / canvas.px_per_mm() + mm * 0.34F;
        const float x = (ox + line.left) / canvas.px_per_mm();
        canvas.fill(Rect{x, y, line.width / canvas.px_per_mm(), grid(2)}, style.paint);
    }
}

}  // namespace kiosk
