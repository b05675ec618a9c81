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

class NameDictionary;

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

/// Step is a quiet button inside a page, one of several small ways on; it may be lower than the bars'
/// buttons.
enum class ButtonKind { Primary, Call, Quiet, Link, Utility, Step };

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
    float width = 0;        // mm of the lead; 0: the whole content
    float title_width = 0;  // mm of everything, when something stands beside the head; 0: the whole content
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
        const NameDictionary* names = nullptr;  // none: names are typed without candidates
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

    /// Draws a page with the visitor's size of words, and again with smaller ones as long as something is cut
    /// off or lies over something else; no words go below the floor of type::kBody. The size found is kept
    /// while the page is the same, so that words do not jump while somebody types. `draw` is called several
    /// times and must change nothing.
    template <class Draw>
    auto fitted(Draw draw) {
        auto happened = draw();
        while (try_smaller()) happened = draw();
        return happened;
    }

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
    /// A sentence of やさしい日本語 with the readings that are known.
    [[nodiscard]] Rich easy(std::string_view sentence) const { return parts_.words.easy(sentence); }
    /// By how much words are larger than at 100 %: what the visitor chose, or less on a page that is full.
    [[nodiscard]] float scale() const { return look_.scale() * fit_; }
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

    /// Draws the head and returns the y at which the page's own parts may begin.
    float head(const HeadLook& look);
    /// The same y without drawing, for pages whose number depends on the room below.
    [[nodiscard]] float head_bottom(const HeadLook& look);
    bool button(const std::string& id, const Rich& label, const Rect& rect, const ButtonLook& look);
    bool tile(const std::string& id, const Rect& rect, const TileLook& look);
    /// Height in mm that a tile of `width` needs for its words.
    [[nodiscard]] float tile_height(const TileLook& look, float width);
    /// The name of a language in its own script; never a flag.
    bool language_tile(const std::string& id, const std::string& language, const Rect& rect, bool selected);
    [[nodiscard]] float language_width(const std::string& language);
    /// A step of the text size: the same letter at that size, with its number.
    bool size_tile(const std::string& id, const Rich& sample, const Rich& label, float size, const Rect& rect,
                   bool selected);
    /// なおす with its pencil, underlined, at the right of `rect`.
    bool fix_link(const std::string& id, const Rich& label, const Rect& rect);
    /// A name or one character in the faces of names, at `mm`, with a note under it.
    bool name_tile(const std::string& id, const std::string& name, const Rich& note, float mm,
                   const Rect& rect);
    /// Whether the faces of names have every character in exactly this form.
    [[nodiscard]] bool can_draw_name(const std::string& name);
    [[nodiscard]] const NameDictionary* names() const { return parts_.names; }
    /// Which of the typing boards is out and which of its columns, counted from 0. Belongs to the visit and
    /// is forgotten with it.
    [[nodiscard]] int board() const { return board_; }
    [[nodiscard]] int board_column() const { return board_column_; }
    void choose_board(int board) {
        board_ = board;
        needs_redraw_ = true;
    }
    void choose_column(int column) {
        board_column_ = column;
        needs_redraw_ = true;
    }
    bool key(const std::string& id, const Rich& label, const Rect& rect, float mm, bool quiet,
             bool selected = false);
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
    /// The look and the screen for which `fit_` was found.
    struct Page {
        Look look;
        std::string screen;
        bool operator==(const Page&) const = default;
    };
    [[nodiscard]] bool try_smaller();
    void open_canvas();
    struct Fitted {
        TextBlock block;
        bool clipped = false;
    };
    struct BoxLook {
        Paint ground = Paint::Ground;
        Paint border = Paint::Border;
        float width = 0;
        float radius = 0;
    };
    [[nodiscard]] Fitted fit(const Rich& words, const TextStyle& style, float width, float height);
    [[nodiscard]] float scale_for(const TextStyle& style) const;
    [[nodiscard]] float mm(float px) const { return px / look_.panel.px_per_mm(); }
    void draw_words(const Fitted& fitted, const Rect& box, const TextStyle& style);
    /// Records a part whose words are `label` as `fitted` shows them; returns whether it was activated.
    bool record_words(const std::string& id, Role role, const Rich& label, NodeState state, const Rect& rect,
                      const Fitted& fitted, const TextStyle& style);
    /// The box of something that can be touched: ground, border (thicker while pressed) and focus ring.
    void touch_box(const Rect& rect, const NodeState& state, const BoxLook& look);
    float lay_head(const HeadLook& look, bool draw);
    [[nodiscard]] Rect head_area(const HeadLook& head) const;
    float lay_step(const HeadLook& head, float y, bool mark_here, bool draw);
    void draw_mark(const Rich& mark, const TextBlock& heading, Point at);
    [[nodiscard]] NodeState touch_state(const std::string& id) const;
    void focus_ring(const Rect& rect, const NodeState& state, float radius);
    /// Returns the em of the smallest words, in mm.
    float tile_words(const TileLook& look, const Rect& room, NodeState& state);
    float tile_signs(const TileLook& look, const Rect& rect);
    [[nodiscard]] float words_at(const TileLook& look) const;
    [[nodiscard]] float radio_radius() const;

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
    int board_ = 0;
    int board_column_ = 0;
    Page page_{};
    float fit_ = 1;
};

}  // namespace kiosk
