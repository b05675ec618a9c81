#include "forms/sheets/continuation.hpp"

#include <fmt/core.h>

#include "forms/sheets/fit.hpp"
#include "forms/typeset/lines.hpp"

namespace forms {
namespace {

constexpr double kMargin = 20;     // mm
constexpr double kLabelSize = 9;   // pt
constexpr double kValueSize = 11;  // pt
constexpr double kValuePitch = 6;  // mm from baseline to baseline
constexpr double kLabelPitch = 4.5;
constexpr double kRowGap = 4;            // mm
constexpr double kFirst = kMargin + 23;  // where the first value of a page begins

class Sheet {
public:
    Sheet(Canvas& canvas, PaperSize size, const ContinuationHead& head)
        : canvas_(canvas), size_(size), head_(head) {
        begin_page();
    }

    void add(const Continued& value) {
        auto& faces = canvas_.typesetter().faces();
        const double width = (size_.w - 2 * kMargin) * kPointsPerMm / kValueSize;
        const auto lines = break_lines(faces, value.text, value.style, width);
        // A name is not torn over two pages while one page holds it.
        const double whole = kLabelPitch + kValuePitch * static_cast<double>(lines.size());
        room_for(whole <= size_.h - kMargin - kFirst ? whole : kValuePitch * 2);
        words(value.label, {TextRole::Ui, "ja"}, kLabelSize, y_ + 4);
        y_ += kLabelPitch;
        for (const auto& line : lines) {
            room_for(kValuePitch);
            y_ += kValuePitch;
            canvas_.text(line.shaped, line.bytes.of(value.text), kMargin, y_, kValueSize);
        }
        y_ += kRowGap;
        canvas_.line(kMargin, y_ - 1.5, size_.w - kMargin, y_ - 1.5, {0.15, 0.6, Dash::Solid});
    }

private:
    void begin_page() {
        canvas_.next_page();
        ++page_;
        const auto title = page_ == 1 ? std::string("別紙") : fmt::format("別紙（{}）", page_);
        words(title, {TextRole::UiBold, "ja"}, 18, kMargin + 6);
        words(head_.sheet_title, {TextRole::Ui, "ja"}, 10.5, kMargin + 13);
        if (!head_.number.empty())
            words("受付番号　" + head_.number, {TextRole::Ui, "ja"}, 9, kMargin + 18.5);
        canvas_.line(kMargin, kMargin + 21, size_.w - kMargin, kMargin + 21, {0.4, 0, Dash::Solid});
        y_ = kFirst;
    }

    void room_for(double height) {
        if (y_ + height > size_.h - kMargin) begin_page();
    }

    void words(const std::string& text, const Style& style, double size, double baseline) {
        canvas_.text(canvas_.typesetter().faces().shape(text, style), text, kMargin, baseline, size);
    }

    Canvas& canvas_;
    PaperSize size_;
    const ContinuationHead& head_;
    double y_ = 0;
    int page_ = 0;
};

}  // namespace

void draw_continuation(Canvas& canvas, PaperSize size, const ContinuationHead& head,
                       const std::vector<Continued>& values) {
    if (values.empty()) return;
    Sheet sheet(canvas, size, head);
    for (const auto& value : values) sheet.add(value);
}

}  // namespace forms
