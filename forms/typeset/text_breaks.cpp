#include "forms/typeset/text_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

struct CloseText {
    void operator()(UText* text) const noexcept { utext_close(text); }
};

using View = std::unique_ptr<UText, CloseText>;

// A UTF-8 text gives byte offsets directly.
View view_of(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    View view(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU cannot read the text");
    return view;
}

std::vector<std::size_t> boundaries(icu::BreakIterator& iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto view = view_of(text);
    iterator.setText(view.get(), status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU cannot read the text");
    std::vector<std::size_t> found;
    for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        found.push_back(static_cast<std::size_t>(at));
    return found;
}

Iterator checked(icu::BreakIterator* made, UErrorCode status) {
    Iterator iterator(made);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU's data for breaking text is not installed");
    return iterator;
}

// Characters that nothing joins to their neighbours as long as these are of the same kind: ASCII without the
// carriage return, the kana that are no marks, ideographs, full-width letters. Most words are made of them.
bool stands_alone(char32_t c) {
    return (c < 0x80 && c != '\r') || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x309B && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xFF01 && c <= 0xFF60);
}

// The clusters of a text made of such characters only; empty for another.
std::vector<Span> plain_clusters(std::string_view text) {
    std::vector<Span> found;
    found.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (!stands_alone(point.value)) return {};
        found.push_back({at, at + point.length});
        at += point.length;
    }
    return found;
}

bool is_japanese(std::string_view language) {
    return language == "ja" || language == "easy";
}

std::string locale_of(std::string_view language) {
    return is_japanese(language) ? "ja@lb=strict" : std::string(language);
}

bool is_hiragana(UChar32 c) {
    return c >= 0x3041 && c <= 0x309F;
}
bool is_honorific(UChar32 c) {
    return c == U'お' || c == U'ご';
}

/// The characters around a place where a line may begin; 0 beyond the text.
struct Around {
    UChar32 second_before = 0, before = 0, after = 0, second_after = 0;
};

UChar32 none_as_zero(UChar32 c) {
    return c == U_SENTINEL ? 0 : c;
}

Around around(UText& text, std::size_t at) {
    const auto place = static_cast<std::int64_t>(at);
    Around found;
    utext_setNativeIndex(&text, place);
    found.before = none_as_zero(utext_previous32(&text));
    found.second_before = none_as_zero(utext_previous32(&text));
    utext_setNativeIndex(&text, place);
    found.after = none_as_zero(utext_next32(&text));
    found.second_after = none_as_zero(utext_next32(&text));
    return found;
}

bool pauses(const Around& near) {
    constexpr std::u32string_view kAfter = U" 　、。，．）」』・：？！\n";
    constexpr std::u32string_view kBefore = U"（「『";
    return kAfter.find(static_cast<char32_t>(near.before)) != std::u32string_view::npos ||
           kBefore.find(static_cast<char32_t>(near.after)) != std::u32string_view::npos;
}

// ICU's phrases (lw=phrase) put an honorific prefix at the end of the phrase before, and part compounds and
// endings; what begins with hiragana or ends with kanji is none, and お and ご go with what they honour.
bool begins_phrase(const Around& near, bool icu_here, bool icu_behind_next) {
    const bool honoured = is_honorific(near.after) && !is_hiragana(near.second_after);
    if (!is_hiragana(near.before)) return false;
    if (honoured) return icu_here || icu_behind_next;
    const bool prefix =
        is_honorific(near.before) && (near.second_before == 0 || is_hiragana(near.second_before));
    return icu_here && !is_hiragana(near.after) && !prefix;
}

}  // namespace

struct TextBreaks::Iterators {
    Iterator clusters;
    std::map<std::string, Iterator, std::less<>> lines;
};

TextBreaks::TextBreaks() : iterators_(std::make_unique<Iterators>()) {}
TextBreaks::TextBreaks(TextBreaks&&) noexcept = default;
TextBreaks& TextBreaks::operator=(TextBreaks&&) noexcept = default;
TextBreaks::~TextBreaks() = default;

std::vector<Span> TextBreaks::clusters(std::string_view text) {
    auto found = plain_clusters(text);
    if (!found.empty() || text.empty()) return found;
    auto& iterator = iterators_->clusters;
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator =
            checked(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status), status);
    }
    std::size_t from = 0;
    for (const auto to : boundaries(*iterator, text)) {
        found.push_back({from, to});
        from = to;
    }
    return found;
}

std::vector<std::size_t> TextBreaks::line_starts(std::string_view text, std::string_view language) {
    return line_starts_in(text, locale_of(language));
}

std::vector<std::size_t> TextBreaks::phrase_starts(std::string_view text, std::string_view language) {
    auto starts = line_starts(text, language);
    if (!is_japanese(language)) return starts;
    const auto icu = line_starts_in(text, "ja@lb=strict;lw=phrase");
    const auto icu_has = [&](std::size_t at) { return std::ranges::binary_search(icu, at); };
    const bool spaced = language == "easy" && text.find(' ') != std::string_view::npos;
    const auto view = view_of(text);
    std::erase_if(starts, [&](std::size_t at) {
        const auto near = around(*view, at);
        if (pauses(near)) return false;
        constexpr std::size_t kKanaBytes = 3;
        return spaced || !begins_phrase(near, icu_has(at), icu_has(at + kKanaBytes));
    });
    return starts;
}

std::vector<std::size_t> TextBreaks::line_starts_in(std::string_view text, const std::string& locale) {
    auto& iterator = iterators_->lines[locale];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator =
            checked(icu::BreakIterator::createLineInstance(icu::Locale(locale.c_str()), status), status);
    }
    auto found = boundaries(*iterator, text);
    if (!found.empty() && found.back() == text.size()) found.pop_back();
    return found;
}

}  // namespace forms
