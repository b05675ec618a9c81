#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/glyph_pages.hpp"
#include "kiosk/ui/look.hpp"
#include "kiosk/ui/rich.hpp"
#include "kiosk/ui/type_source.hpp"

namespace kiosk {

enum class Align { Left, Centre, Right };

/// How words are set. `mm` is the em at 100 %; the visitor's scale is applied unless `fixed`.
struct TextStyle {
    float mm = 5.755F;
    bool bold = false;
    bool name = false;
    float line = 1.5F;  // height of a line, in ems
    Paint paint = Paint::Text;
    Paint ground = Paint::Ground;
    Align align = Align::Left;
    bool fixed = false;
    bool in_bar = false;  // keeps the visitor's size whatever the page has room for
    bool underline = false;
    bool whole = false;      // rather made smaller (to 70 %) than broken over lines
    std::string language{};  // of the words when it is not the look's, e.g. the name of a language
};

/// Words cut into lines and glyphs, in pixels from their own top left.
struct TextBlock {
    struct Glyph {
        PlacedGlyph placed;
        int ppem = 0;
        float x = 0, y = 0;  // pen, baseline; y grows downwards
    };
    struct Line {
        float left = 0, width = 0, baseline = 0;
    };
    std::vector<Glyph> glyphs;
    std::vector<Line> lines;
    float width = 0, height = 0;  // px
    int ppem = 0;
    bool overflow = false;  // a word is wider than the width asked for
    bool undrawable = false;
};

/// Sets words in millimetres on the configured panel and draws them from glyph pages through an ImGui draw
/// list.
class TextSetter {
public:
    TextSetter(TypeSource& source, GlyphPages& pages) : source_(source), pages_(pages) {}

    /// Lines of at most `width` mm (0: one line, however long). `scale` is the visitor's, 1 for none.
    [[nodiscard]] TextBlock set(const Rich& words, TextStyle style, float width, const Look& look,
                                float scale);
    void draw(Canvas& canvas, const TextBlock& block, Point top_left, const TextStyle& style);

private:
    struct Atom {
        std::string text;
        std::string ruby;
        bool bold = false;
        bool may_start_line = false;
        bool starts_phrase = false;
        ShapedText base;
        ShapedText over;
        float width = 0;
    };
    [[nodiscard]] std::vector<Atom> atoms(const Rich& words, const TextStyle& style, const Look& look,
                                          int ppem, bool ruby);
    static void overhang(std::vector<Atom>& atoms);
    void place(TextBlock& block, const std::vector<Atom>& atoms, std::size_t from, std::size_t to, float top,
               const TextStyle& style, bool ruby);

    TypeSource& source_;
    GlyphPages& pages_;
};

}  // namespace kiosk
