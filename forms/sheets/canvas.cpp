#include "forms/sheets/canvas.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/core.h>

#include <algorithm>
#include <numbers>
#include <qrcodegen/qrcodegen.hpp>
#include <vector>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};
struct DestroyOptions {
    void operator()(cairo_font_options_t* options) const noexcept { cairo_font_options_destroy(options); }
};

constexpr double pt(double mm) {
    return mm * kPointsPerMm;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

void outline(cairo_t* context, const Box& box, double radius) {
    const double x = pt(box.x);
    const double y = pt(box.y);
    const double w = pt(box.w);
    const double h = pt(box.h);
    const double r = pt(radius);
    constexpr double kQuarter = std::numbers::pi / 2;
    if (r <= 0) return cairo_rectangle(context, x, y, w, h);
    cairo_new_sub_path(context);
    cairo_arc(context, x + w - r, y + r, r, -kQuarter, 0);
    cairo_arc(context, x + w - r, y + h - r, r, 0, kQuarter);
    cairo_arc(context, x + r, y + h - r, r, kQuarter, 2 * kQuarter);
    cairo_arc(context, x + r, y + r, r, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(context);
}

}  // namespace

std::string pdf_time(Date date) {
    return fmt::format("D:{:04}{:02}{:02}000000+09'00", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

struct Canvas::Impl {
    Impl(Typesetter& given, PaperSize size) : typesetter(given) {
        surface.reset(cairo_pdf_surface_create_for_stream(append, &bytes, pt(size.w), pt(size.h)));
    }

    void begin() {
        context.reset(cairo_create(surface.get()));
        const std::unique_ptr<cairo_font_options_t, DestroyOptions> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_set_font_options(context.get(), options.get());
    }

    void stroke(const Stroke& how) {
        cairo_set_source_rgb(context.get(), how.gray, how.gray, how.gray);
        cairo_set_line_width(context.get(), pt(how.width));
        const std::array<double, 2> dash{pt(0.9), pt(0.6)};
        cairo_set_dash(context.get(), dash.data(), how.dash == Dash::Dashed ? 2 : 0, 0);
        cairo_stroke(context.get());
    }

    std::string bytes;  // before the surface: its last bytes come when it is destroyed
    Typesetter& typesetter;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface;
    std::unique_ptr<cairo_t, DestroyContext> context;
    int pages = 1;
};

Canvas::Canvas(Typesetter& typesetter, PaperSize size, const DocumentInfo& info)
    : impl_(std::make_unique<Impl>(typesetter, size)) {
    auto* surface = impl_->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Kakanai");
    // Cairo wants its times with dashes; without one it asks the clock.
    const auto time =
        fmt::format("{:04}-{:02}-{:02}T00:00:00+09:00", static_cast<int>(info.created.year()),
                    static_cast<unsigned>(info.created.month()), static_cast<unsigned>(info.created.day()));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
    impl_->begin();
}

Canvas::~Canvas() = default;

// Cairo takes the glyphs of one face at a time, each cluster with the bytes it stands for.
void Canvas::text(const Shaped& line, std::string_view text, double x, double baseline, double size,
                  double gray) {
    auto* context = impl_->context.get();
    cairo_set_source_rgb(context, gray, gray, gray);
    cairo_set_font_size(context, size);
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    for (std::size_t at = 0; at < line.clusters.size();) {
        if (line.clusters[at].glyphs == 0) {
            ++at;
            continue;
        }
        const auto face = line.glyphs[line.clusters[at].first_glyph].face;
        const auto from = line.clusters[at].bytes.from;
        auto to = from;
        glyphs.clear();
        clusters.clear();
        for (; at < line.clusters.size(); ++at) {
            const auto& cluster = line.clusters[at];
            if (cluster.glyphs == 0 || line.glyphs[cluster.first_glyph].face != face) break;
            for (std::size_t i = 0; i < cluster.glyphs; ++i) {
                const auto& glyph = line.glyphs[cluster.first_glyph + i];
                glyphs.push_back({glyph.id, pt(x) + glyph.x * size, pt(baseline) - glyph.y * size});
            }
            to = cluster.bytes.to;
            clusters.push_back(
                {static_cast<int>(cluster.bytes.to - cluster.bytes.from), static_cast<int>(cluster.glyphs)});
        }
        auto* font = impl_->typesetter.embedded(face);
        const auto bytes = text.substr(from, to - from);
        if (font == nullptr) continue;
        cairo_set_font_face(context, font);
        if (is_utf8(bytes))
            cairo_show_text_glyphs(context, bytes.data(), static_cast<int>(bytes.size()), glyphs.data(),
                                   static_cast<int>(glyphs.size()), clusters.data(),
                                   static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
        else
            cairo_show_glyphs(context, glyphs.data(), static_cast<int>(glyphs.size()));
    }
}

void Canvas::line(double x1, double y1, double x2, double y2, Stroke stroke) {
    cairo_move_to(impl_->context.get(), pt(x1), pt(y1));
    cairo_line_to(impl_->context.get(), pt(x2), pt(y2));
    impl_->stroke(stroke);
}

void Canvas::frame(const Box& box, Stroke stroke, double radius) {
    outline(impl_->context.get(), box, radius);
    impl_->stroke(stroke);
}

void Canvas::fill(const Box& box, double gray, double radius) {
    outline(impl_->context.get(), box, radius);
    cairo_set_source_rgb(impl_->context.get(), gray, gray, gray);
    cairo_fill(impl_->context.get());
}

void Canvas::ring(const Box& box, Stroke stroke) {
    auto* context = impl_->context.get();
    const double half = stroke.width / 2;  // the line's outer edge lies on the box
    cairo_save(context);
    cairo_translate(context, pt(box.x + box.w / 2), pt(box.y + box.h / 2));
    cairo_scale(context, pt(box.w / 2 - half), pt(box.h / 2 - half));
    cairo_new_sub_path(context);
    cairo_arc(context, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_close_path(context);
    cairo_restore(context);
    impl_->stroke(stroke);
}

void Canvas::tick(const Box& box) {
    auto* context = impl_->context.get();
    const double side = std::min(box.w, box.h);
    const double x = box.x + (box.w - side) / 2;
    const double y = box.y + (box.h - side) / 2;
    cairo_move_to(context, pt(x + side * 0.18), pt(y + side * 0.52));
    cairo_line_to(context, pt(x + side * 0.42), pt(y + side * 0.78));
    cairo_line_to(context, pt(x + side * 0.84), pt(y + side * 0.22));
    impl_->stroke({side * 0.11, 0, Dash::Solid});
}

bool Canvas::qr(const Box& box, std::string_view text) {
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(std::string(text).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        const auto modules = code.getSize();
        const double side = std::min(box.w, box.h) / modules;
        for (int y = 0; y < modules; ++y)
            for (int x = 0; x < modules; ++x)
                if (code.getModule(x, y))
                    outline(impl_->context.get(), {box.x + x * side, box.y + y * side, side, side}, 0);
        cairo_set_source_rgb(impl_->context.get(), 0, 0, 0);
        cairo_fill(impl_->context.get());
        return true;
    } catch (const std::length_error&) {
        return false;
    }
}

void Canvas::next_page() {
    cairo_show_page(impl_->context.get());
    impl_->begin();
    ++impl_->pages;
}

int Canvas::pages() const {
    return impl_->pages;
}

Typesetter& Canvas::typesetter() {
    return impl_->typesetter;
}

Result<std::string> Canvas::finish() {
    const auto drawn = cairo_status(impl_->context.get());
    impl_->context.reset();
    cairo_surface_finish(impl_->surface.get());
    const auto written = cairo_surface_status(impl_->surface.get());
    for (const auto status : {drawn, written})
        if (status != CAIRO_STATUS_SUCCESS) return fail(Errc::Malformed, cairo_status_to_string(status));
    return std::move(impl_->bytes);
}

}  // namespace forms
