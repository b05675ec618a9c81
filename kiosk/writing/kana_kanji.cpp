#include "kiosk/writing/kana_kanji.hpp"

#include <anthy/anthy.h>

#include <algorithm>
#include <memory>
#include <type_traits>

namespace kiosk::writing {

namespace {

struct ReleaseContext {
    void operator()(anthy_context_t context) const noexcept { anthy_release_context(context); }
};
using Context = std::unique_ptr<std::remove_pointer_t<anthy_context_t>, ReleaseContext>;

bool start() {
    // A folder that does not exist: even if it wanted to, anthy could leave nothing behind.
    anthy_conf_override("HOME", "/nonexistent");
    return anthy_init() == 0 && anthy_set_personality("") == 0;
}

/// One stretch of the text as anthy cut it, with what it may be written as.
using Segment = std::vector<std::string>;

std::string candidate(anthy_context_t context, int segment, int nth) {
    const int length = anthy_get_segment(context, segment, nth, nullptr, 0);
    if (length <= 0) return {};
    std::string text(static_cast<std::size_t>(length) + 1, '\0');
    anthy_get_segment(context, segment, nth, text.data(), length + 1);
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::vector<Segment> segments_of(anthy_context_t context) {
    std::vector<Segment> segments;
    anthy_conv_stat whole{};
    if (anthy_get_stat(context, &whole) != 0) return {};
    for (int i = 0; i < whole.nr_segment; ++i) {
        anthy_segment_stat part{};
        if (anthy_get_segment_stat(context, i, &part) != 0) return {};
        Segment segment;
        const auto most = std::min(part.nr_candidate, static_cast<int>(KanaKanji::kMost));
        for (int nth = 0; nth < most; ++nth) segment.push_back(candidate(context, i, nth));
        if (segment.empty()) return {};
        segments.push_back(std::move(segment));
    }
    return segments;
}

std::string joined(const std::vector<Segment>& segments, std::size_t changed, std::size_t nth) {
    std::string text;
    for (std::size_t i = 0; i < segments.size(); ++i) text += segments.at(i).at(i == changed ? nth : 0);
    return text;
}

}  // namespace

std::vector<std::string> KanaKanji::candidates(std::string_view kana) {
    if (kana.empty()) return {};
    if (!started_ && !(started_ = start())) return {};
    const Context context(anthy_create_context());
    if (!context) return {};
    anthy_context_set_encoding(context.get(), ANTHY_UTF8_ENCODING);
    const std::string asked(kana);
    if (anthy_set_string(context.get(), asked.c_str()) != 0) return {};

    std::vector<std::string> offered;
    const auto offer = [&](std::string text) {
        const bool fresh = text != asked && std::ranges::find(offered, text) == offered.end();
        if (fresh && offered.size() < kMost) offered.push_back(std::move(text));
    };
    const auto segments = segments_of(context.get());
    if (segments.empty()) return {};
    offer(joined(segments, segments.size(), 0));
    // One stretch after another is written otherwise: the second best of each before the third of any.
    for (std::size_t nth = 1; nth < kMost; ++nth)
        for (std::size_t i = 0; i < segments.size(); ++i)
            if (nth < segments.at(i).size()) offer(joined(segments, i, nth));
    return offered;
}

void KanaKanji::forget() {
    if (started_) anthy_quit();
    started_ = false;
}

}  // namespace kiosk::writing
