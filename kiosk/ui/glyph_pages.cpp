#include "kiosk/ui/glyph_pages.hpp"

#include <algorithm>

namespace kiosk {
namespace {

constexpr int kMargin = 1;  // keeps bilinear sampling from touching a neighbour

std::uint64_t key_of(std::uint16_t face, std::uint32_t glyph, int ppem) {
    return static_cast<std::uint64_t>(face) << 48U |
           static_cast<std::uint64_t>(static_cast<std::uint16_t>(ppem)) << 32U | glyph;
}

const PixelRect kWholePage{0, 0, GlyphPages::kSide, GlyphPages::kSide};

std::vector<std::uint8_t> nothing() {
    return std::vector<std::uint8_t>(static_cast<std::size_t>(GlyphPages::kSide) * GlyphPages::kSide);
}

}  // namespace

GlyphPages::~GlyphPages() {
    for (const auto& page : pages_) textures_.destroy(page.texture);
}

std::optional<PagedGlyph> GlyphPages::get(std::uint16_t face, std::uint32_t glyph, int ppem) {
    const auto key = key_of(face, glyph, ppem);
    auto found = entries_.find(key);
    if (found == entries_.end()) {
        auto coverage = source_.raster(face, glyph, ppem);
        Entry entry;
        if (coverage.width > 0 && coverage.height > 0 && coverage.width < kSide && coverage.height < kSide) {
            entry.page = page_for(coverage.width, coverage.height, entry.glyph.place);
            auto& page = pages_[entry.page];
            page.waiting.push_back({entry.glyph.place, std::move(coverage.pixels)});
            entry.glyph.texture = page.texture;
            entry.glyph.left = coverage.left;
            entry.glyph.top = coverage.top;
        }
        found = entries_.emplace(key, entry).first;
    }
    if (found->second.glyph.place.w == 0) return std::nullopt;
    pages_[found->second.page].used = frame_;
    return found->second.glyph;
}

void GlyphPages::upload() {
    for (auto& page : pages_) {
        for (const auto& each : page.waiting) textures_.update(page.texture, each.place, each.pixels);
        page.waiting.clear();
    }
}

void GlyphPages::forget() {
    const auto blank = nothing();
    for (const auto& page : pages_) {
        textures_.update(page.texture, kWholePage, blank);
        textures_.destroy(page.texture);
    }
    pages_.clear();
    entries_.clear();
}

std::optional<PixelRect> GlyphPages::reserve(Page& page, int width, int height) const {
    if (page.pen + width + kMargin > kSide || height > page.shelf_height) {
        // A shelf is a little taller than its first glyph so that the rest of the size fits beside it.
        if (page.pen + width + kMargin <= kSide && page.shelf_height == 0) page.shelf_top = 0;
        const int top = page.shelf_top + (page.shelf_height == 0 ? 0 : page.shelf_height + kMargin);
        const int tall = height + height / 8;
        if (top + tall > kSide) return std::nullopt;
        page.shelf_top = top;
        page.shelf_height = tall;
        page.pen = 0;
    }
    const PixelRect place{page.pen, page.shelf_top, width, height};
    page.pen += width + kMargin;
    return place;
}

std::size_t GlyphPages::page_for(int width, int height, PixelRect& place) {
    for (std::size_t i = 0; i < pages_.size(); ++i)
        if (const auto found = reserve(pages_[i], width, height)) {
            place = *found;
            return i;
        }
    std::size_t chosen = pages_.size();
    if (pages_.size() < kMaxPages) {
        add_page();
    } else {
        chosen = static_cast<std::size_t>(std::ranges::min_element(pages_, {}, &Page::used) - pages_.begin());
        empty(chosen);
        std::erase_if(entries_, [&](const auto& entry) { return entry.second.page == chosen; });
    }
    place = *reserve(pages_[chosen], width, height);
    return chosen;
}

void GlyphPages::add_page() {
    Page page;
    page.texture = textures_.create(kSide);
    pages_.push_back(std::move(page));
    empty(pages_.size() - 1);
}

void GlyphPages::empty(std::size_t index) {
    auto& page = pages_[index];
    page.shelf_top = page.shelf_height = page.pen = 0;
    page.waiting.clear();
    page.waiting.push_back({kWholePage, nothing()});
}

}  // namespace kiosk
