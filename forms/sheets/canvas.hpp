#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "forms/facts/value.hpp"
#include "forms/result.hpp"
#include "forms/sheets/geometry.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

/// What a document says about itself. Never a person's name: titles travel to print queues and file lists.
struct DocumentInfo {
    std::string title;
    Date created{};  // given by the caller: the same facts make the same bytes on any day
};

/// `D:20261122000000+09'00`, as PDF writes a time.
[[nodiscard]] std::string pdf_time(Date date);

enum class Dash : std::uint8_t { Solid, Dashed };

/// How a line is drawn: millimetres and gray (0 black, 1 white).
struct Stroke {
    double width = 0.25;
    double gray = 0;
    Dash dash = Dash::Solid;
};

/// Pages of a PDF being drawn, in millimetres from the top left. Letters stay letters: `pdftotext` gives the
/// bytes back.
class Canvas {
public:
    Canvas(Typesetter& typesetter, PaperSize size, const DocumentInfo& info);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas();

    /// Draws a shaped line with its start at `x` on the baseline, at `size` pt. `text` is what was shaped.
    void text(const Shaped& line, std::string_view text, double x, double baseline, double size,
              double gray = 0);
    void line(double x1, double y1, double x2, double y2, Stroke stroke = {});
    void frame(const Box& box, Stroke stroke = {}, double radius = 0);
    void fill(const Box& box, double gray, double radius = 0);
    void ring(const Box& box, Stroke stroke = {});
    /// A tick that fills most of a box.
    void tick(const Box& box);
    /// A QR code with its quiet zone left to the caller; false when the text is too long for one.
    bool qr(const Box& box, std::string_view text);

    void next_page();
    [[nodiscard]] int pages() const;
    [[nodiscard]] Typesetter& typesetter();

    /// The finished document. The canvas cannot be drawn on afterwards.
    [[nodiscard]] Result<std::string> finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace forms
