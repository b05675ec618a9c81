#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/hands.hpp"
#include "kiosk/ui/icons.hpp"
#include "kiosk/ui/input.hpp"
#include "kiosk/ui/look.hpp"
#include "kiosk/ui/node.hpp"
#include "kiosk/ui/text.hpp"
#include "kiosk/ui/words.hpp"

namespace kiosk {

/// Sizes of type in millimetres at 100 % (Digital Agency design system px times 1.986 on the reference
/// panel).
namespace type {
inline constexpr float kBody = grid(32);  // the floor: nothing a resident reads is smaller
inline constexpr float kTile = grid(36);
inline constexpr float kLead = grid(40);
inline constexpr float kHeading = grid(56);
inline constexpr float kDigit = grid(64);
inline constexpr float kName = grid(72);
}  // namespace type

enum class ButtonKind { Primary, Call, Quiet, Link, Utility };

/// A button: what is written, which sign stands before or after it.
struct ButtonLook {
    ButtonKind kind = ButtonKind::Quiet;
    std::string icon{};
    std::string icon_after{};
    Align align = Align::Centre;
    float mm = 0;  // 0: as its kind has it
};

/// An answer or a way to go on, as a large tile.
struct TileLook {
    Rich title{};
    Rich note{};
    std::string icon{};
    float icon_width = 0, icon_height = 0;  // mm
    bool radio = true;
    bool selected = false;
    bool stacked = false;      // sign above the words (start screen)
    bool note_beside = false;  // consequence on the title's line (わからない)
    bool forward = false;      // an arrow at the end
    Rich end{};                // words before the arrow, e.g. 1 / 2
    bool key_coloured = false;
};

/// The head of a page.
struct HeadLook {
    Rich step{};     // 質問, 本人確認 …; empty: no step line
    int number = 0;  // 0: no n / N
    int of = 0;
    Rich unit{};  // ページ
    Rich title{};
    Rich mark{};  // ※必須
    Rich lead{};
    float width = 0;  // mm of the lead; 0: the whole content
};

/// One entry of the left pane of a two-pane page.
struct IndexLook {
    Rich label{};
    Rich count{};
    bool selected = false;
};

/// Everything a screen draws with. Each call draws one part, records it in the semantic tree and says what
/// the visitor did with it. A rectangle is in millimetres on the panel. Holds no personal data beyond the
/// last frame's tree.
class Ui {
public:
    struct Parts {
        const Words& words;
        const Themes& themes;
        const Icons& icons;
        TypeSource& type;
        GlyphPages& pages;
    };
    explicit Ui(Parts parts) : parts_(parts), setter_(parts.type, parts.pages) {}

    // --- a frame: between ImGui::NewFrame and ImGui::Render ---

    /// Begins the frame of the screen named `screen` and takes at most one act from `queue`.
    void begin(const Look& look, InputQueue& queue, std::string screen);
    /// Ends it: the tree becomes the one that touches are judged against, new glyphs go to the textures.
    void end();
    /// Another frame is wanted at once: something was pressed or focused, or the queue holds more.
    [[nodiscard]] bool needs_redraw() const { return needs_redraw_; }
    /// Wipes what is left of a visit: tree, glyphs, focus.
    void forget();
    [[nodiscard]] const Tree& tree() const { return tree_; }

    // --- place ---

    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] float width() const { return look_.panel.width_mm(); }
    [[nodiscard]] float height() const { return look_.panel.height_mm(); }
    /// Between the two bars and the side margins.
    [[nodiscard]] Rect content() const;
    [[nodiscard]] Rect top_bar() const;
    [[nodiscard]] Rect bottom_bar() const;

    // --- what was done ---

    [[nodiscard]] bool activated(std::string_view id) const;
    /// A character typed on a keyboard in this frame, or an editing key.
    [[nodiscard]] std::optional<char32_t> typed() const;
    [[nodiscard]] std::optional<KeyName> edited() const;
    /// Lays the veil over everything: what was drawn before shows through and can be neither touched nor
    /// spoken.
    void cover();
    /// Wipes everything drawn so far from the glass and from the tree: what comes now stands on an empty
    /// screen.
    void hide();

    // --- words ---

    [[nodiscard]] Rich words(std::string_view id, const Words::Fills& fills = {}) const;
    [[nodiscard]] float scale() const { return look_.scale(); }
    /// Height in mm of `words` set at `width`.
    [[nodiscard]] float height_of(const Rich& words, const TextStyle& style, float width);
    [[nodiscard]] float width_of(const Rich& words, const TextStyle& style);
    /// True when no word is wider than `width`.
    [[nodiscard]] bool fits(const Rich& words, const TextStyle& style, float width);
    /// Sets words from the top left of `box`, wrapped at its width; returns what they took. Recorded as `id`.
    Rect text(const std::string& id, const Rich& words, const Rect& box, const TextStyle& style,
              Role role = Role::Text);
    /// Sets words in the middle of the height of `box`, made smaller down to the floor if they do not fit.
    Rect text_in(const std::string& id, const Rich& words, const Rect& box, TextStyle style,
                 Role role = Role::Text);

    // --- parts ---

    float head(const HeadLook& look);  // returns the y at which the page's own content may begin
    bool button(const std::string& id, const Rich& label, const Rect& rect, const ButtonLook& look);
    bool tile(const std::string& id, const Rect& rect, const TileLook& look);
    /// The name of a language in its own script; never a flag.
    bool language_tile(const std::string& id, const std::string& language, const Rect& rect, bool selected);
    [[nodiscard]] float language_width(const std::string& language);
    /// A step of the text size: the same letter at that size, with its number.
    bool size_tile(const std::string& id, const Rich& sample, const Rich& label, float size, const Rect& rect,
                   bool selected);
    /// なおす with its pencil, underlined, at the right of `rect`.
    bool fix_link(const std::string& id, const Rich& label, const Rect& rect);
    bool key(const std::string& id, const Rich& label, const Rect& rect, float mm, bool quiet);
    bool index_entry(const std::string& id, const Rect& rect, const IndexLook& look);
    /// A box that takes typing. `focused_box` is the one typing goes to.
    bool field(const std::string& id, const Rich& shown, const Rich& label, const Rect& rect,
               const TextStyle& style, bool focused_box);
    /// Phone-order pad of the mock-ups in `area` (top right of it); returns the key pressed, also from a
    /// keyboard.
    std::optional<char> digit_pad(const Rect& area);
    static constexpr char kErase = '<';
    static constexpr char kClear = 'x';
    void chip(const std::string& id, const Rich& label, const Rect& rect, bool ask);
    void note(const std::string& id, const Rich& words, const Rect& box);
    void number_badge(int number, Point centre, float diameter);
    void picture(const std::string& id, const std::string& drawing, const Rich& label, const Rect& rect);
    void rule(float x, float y, float width, Paint paint);
    void record(Node node);

    [[nodiscard]] Canvas& canvas() { return *canvas_; }
    [[nodiscard]] const Icons& icons() const { return parts_.icons; }

private:
    struct Fitted {
        TextBlock block;
        bool clipped = false;
    };
    [[nodiscard]] Fitted fit(const Rich& words, const TextStyle& style, float width, float height);
    [[nodiscard]] float scale_for(const TextStyle& style) const;
    [[nodiscard]] float mm(float px) const { return px / look_.panel.px_per_mm(); }
    void draw_words(const Fitted& fitted, const Rect& box, const TextStyle& style);
    [[nodiscard]] NodeState touch_state(const std::string& id) const;
    void focus_ring(const Rect& rect, const NodeState& state, float radius);
    void tile_words(const TileLook& look, const Rect& room, NodeState& state);
    void tile_box(const Rect& rect, const TileLook& look);
    float tile_signs(const TileLook& look, const Rect& rect);

    Parts parts_;
    TextSetter setter_;
    Look look_;
    std::string screen_{};
    Hands hands_;
    Act act_;
    Tree tree_;     // last frame
    Tree drawing_;  // this frame
    std::optional<Canvas> canvas_{};
    bool needs_redraw_ = true;
};

}  // namespace kiosk
