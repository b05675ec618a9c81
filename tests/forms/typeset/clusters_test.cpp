#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <memory>

#include "forms/typeset/text_breaks.hpp"

using namespace forms;

namespace {

// How many clusters ICU's own rules (UAX #29) find.
std::size_t clusters_by_icu(icu::BreakIterator& rules, const icu::UnicodeString& text) {
    rules.setText(text);
    std::size_t count = 0;
    while (rules.next() != icu::BreakIterator::DONE) ++count;
    return count;
}

}  // namespace

TEST_CASE("every character of the basic plane joins its neighbours or stands alone as Unicode says",
          "[forms][typeset]") {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> rules(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    REQUIRE(U_SUCCESS(status));
    TextBreaks breaks;
    std::string differing;
    for (UChar32 point = 1; point < 0x10000; ++point) {
        if (point >= 0xD800 && point < 0xE000) continue;  // surrogates
        const auto text = icu::UnicodeString(u"か").append(point).append(u"邉\r");
        std::string bytes;
        text.toUTF8String(bytes);
        if (breaks.clusters(bytes).size() != clusters_by_icu(*rules, text))
            differing += " " + std::to_string(point);
        const auto plain = icu::UnicodeString(u"か").append(point).append(u"邉");
        bytes.clear();
        plain.toUTF8String(bytes);
        if (breaks.clusters(bytes).size() != clusters_by_icu(*rules, plain))
            differing += " " + std::to_string(point);
    }
    CHECK(differing.empty());
}
