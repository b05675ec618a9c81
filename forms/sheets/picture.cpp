#include "forms/sheets/picture.hpp"

#include <cairo.h>
#include <poppler.h>

#include <cmath>
#include <memory>

namespace forms {
namespace {

constexpr double kMostPixels = 64e6;

struct Unref {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
struct UnrefBytes {
    void operator()(GBytes* bytes) const noexcept { g_bytes_unref(bytes); }
};
struct FreeError {
    void operator()(GError* error) const noexcept { g_error_free(error); }
};
struct DestroySurface {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};
using Document = std::unique_ptr<PopplerDocument, Unref>;
using Page = std::unique_ptr<PopplerPage, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;

Document open(const std::string& pdf) {
    const std::unique_ptr<GBytes, UnrefBytes> bytes(g_bytes_new_static(pdf.data(), pdf.size()));
    GError* problem = nullptr;
    Document document(poppler_document_new_from_bytes(bytes.get(), nullptr, &problem));
    const std::unique_ptr<GError, FreeError> owned(problem);
    return document;
}

Picture without_alpha(cairo_surface_t* surface, int width, int height) {
    Picture picture{width, height, {}};
    picture.rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    const auto* data = cairo_image_surface_get_data(surface);
    const auto stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto* pixel =
                data + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4;
            picture.rgb.insert(picture.rgb.end(), {pixel[2], pixel[1], pixel[0]});  // BGRx in memory
        }
    return picture;
}

}  // namespace

Result<int> count_pages(const std::string& pdf) {
    const auto document = open(pdf);
    if (!document) return fail(Errc::Malformed, "PDF として読めません");
    return poppler_document_get_n_pages(document.get());
}

Result<Picture> picture_of(const std::string& pdf, int page, double dpi) {
    const auto document = open(pdf);
    if (!document) return fail(Errc::Malformed, "PDF として読めません");
    const Page shown(poppler_document_get_page(document.get(), page - 1));
    if (!shown) return fail(Errc::UnknownName, "ページ " + std::to_string(page));
    double w = 0;
    double h = 0;
    poppler_page_get_size(shown.get(), &w, &h);
    const double scale = dpi / 72;
    if (w * scale * h * scale > kMostPixels) return fail(Errc::TooLarge, "ページ " + std::to_string(page));
    const auto width = static_cast<int>(std::lround(w * scale));
    const auto height = static_cast<int>(std::lround(h * scale));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    poppler_page_render_for_printing(shown.get(), context.get());
    cairo_surface_flush(surface.get());
    return without_alpha(surface.get(), width, height);
}

Result<std::string> png_of(const Picture& picture) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
    auto* data = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    auto from = picture.rgb.begin();
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x, from += 3) {
            auto* pixel = data + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4;
            pixel[0] = from[2];
            pixel[1] = from[1];
            pixel[2] = from[0];
        }
    cairo_surface_mark_dirty(surface.get());
    std::string bytes;
    const auto append = [](void* to, const unsigned char* from_bytes, unsigned length) {
        static_cast<std::string*>(to)->append(from_bytes, from_bytes + length);
        return CAIRO_STATUS_SUCCESS;
    };
    if (cairo_surface_write_to_png_stream(surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS)
        return fail(Errc::TooLarge, "PNG");
    return bytes;
}

}  // namespace forms
