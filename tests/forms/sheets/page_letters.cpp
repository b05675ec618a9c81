#include "tests/forms/sheets/page_letters.hpp"

#include <poppler.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "forms/typeset/utf8.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

struct Unref {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
struct Free {
    void operator()(void* memory) const noexcept { g_free(memory); }
};
struct FreeAttributes {
    void operator()(GList* list) const noexcept { poppler_page_free_text_attributes(list); }
};

std::string family(const char* font_name) {
    const std::string name = font_name == nullptr ? "" : font_name;
    const auto tag = name.find('+');
    return tag == std::string::npos ? name : name.substr(tag + 1);
}

Box as_box(const PopplerRectangle& rect) {
    const auto [low, high] = std::minmax(rect.y1, rect.y2);
    return {rect.x1 / kPointsPerMm, low / kPointsPerMm, (rect.x2 - rect.x1) / kPointsPerMm,
            (high - low) / kPointsPerMm};
}

double middle(const PageLetter& letter) {
    return letter.box.y + letter.box.h / 2;
}

Box both(const Box& a, const Box& b) {
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace

std::vector<PageLetter> letters_on(const std::string& pdf, int number) {
    const std::unique_ptr<GBytes, decltype(&g_bytes_unref)> bytes(g_bytes_new_static(pdf.data(), pdf.size()),
                                                                  g_bytes_unref);
    const std::unique_ptr<PopplerDocument, Unref> document(
        poppler_document_new_from_bytes(bytes.get(), nullptr, nullptr));
    if (!document) throw std::runtime_error("poppler does not read the PDF");
    const std::unique_ptr<PopplerPage, Unref> page(poppler_document_get_page(document.get(), number - 1));
    const std::unique_ptr<char, Free> text(poppler_page_get_text(page.get()));
    PopplerRectangle* rects = nullptr;
    guint count = 0;
    poppler_page_get_text_layout(page.get(), &rects, &count);
    const std::unique_ptr<PopplerRectangle, Free> owned(rects);
    const std::unique_ptr<GList, FreeAttributes> attributes(poppler_page_get_text_attributes(page.get()));

    std::vector<std::string> fonts(count);
    for (auto* each = attributes.get(); each != nullptr; each = each->next) {
        const auto* run = static_cast<const PopplerTextAttributes*>(each->data);
        for (int at = run->start_index; at <= run->end_index && at < static_cast<int>(count); ++at)
            fonts[static_cast<std::size_t>(at)] = family(run->font_name);
    }
    std::vector<PageLetter> letters;
    const std::string_view all(text.get());
    std::size_t at = 0;
    for (guint i = 0; i < count && at < all.size(); ++i) {
        const auto length = code_point_at(all, at).length;
        const auto letter = std::string(all.substr(at, length));
        if (!without_space(letter).empty()) letters.push_back({letter, as_box(rects[i]), fonts[i]});
        at += length;
    }
    return letters;
}

std::vector<PageLetter> letters_in(const std::vector<PageLetter>& letters, const Box& box) {
    std::vector<PageLetter> found;
    for (const auto& each : letters) {
        const double x = each.box.x + each.box.w / 2;
        const double y = each.box.y + each.box.h / 2;
        if (x >= box.x && x <= box.right() && y >= box.y && y <= box.bottom()) found.push_back(each);
    }
    std::ranges::stable_sort(found, {}, middle);
    for (auto line = found.begin(); line != found.end();) {
        const auto next = std::find_if(line, found.end(), [&](const PageLetter& each) {
            return middle(each) - middle(*line) > line->box.h / 2;
        });
        std::ranges::stable_sort(line, next, {}, [](const PageLetter& each) { return each.box.x; });
        line = next;
    }
    return found;
}

std::string bytes_of(const std::vector<PageLetter>& letters) {
    std::string bytes;
    for (const auto& each : letters) bytes += each.bytes;
    return bytes;
}

std::vector<std::string> clusters_without_ink(const std::vector<PageLetter>& letters,
                                              const std::string& words, Faces& faces, const Picture& blank,
                                              const Picture& filled, double dpi) {
    std::vector<std::string> blind;
    auto letter = letters.begin();
    for (const auto& span : faces.breaks().clusters(words)) {
        const auto cluster = std::string(span.of(words));
        auto left = without_space(cluster).size();
        if (left == 0) continue;
        if (letter == letters.end()) return {cluster};
        auto box = letter->box;
        for (; letter != letters.end() && left > 0; ++letter) {
            box = both(box, letter->box);
            left -= std::min(left, letter->bytes.size());
        }
        const double half = kWholePixels * 25.4 / dpi;
        box = {box.x - half, box.y - half, box.w + 2 * half, box.h + 2 * half};
        if (!differ_inside(blank, filled, box, dpi)) blind.push_back(cluster);
    }
    return blind;
}
