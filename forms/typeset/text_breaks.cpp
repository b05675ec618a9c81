#include "forms/typeset/text_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

namespace forms {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

struct CloseText {
    void operator()(UText* text) const noexcept { utext_close(text); }
};

// A UTF-8 text gives byte offsets directly.
std::vector<std::size_t> boundaries(icu::BreakIterator& iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> view(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
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

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

std::string locale_of(std::string_view language) {
    return language == "ja" || language == "easy" ? "ja@lb=strict" : std::string(language);
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
    std::vector<Span> found;
    if (is_ascii(text)) {
        found.reserve(text.size());
        for (std::size_t at = 0; at < text.size(); ++at) found.push_back({at, at + 1});
        return found;
    }
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
    const auto locale = locale_of(language);
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
