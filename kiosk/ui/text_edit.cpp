#include "kiosk/ui/text_edit.hpp"

#include <vector>

#include "forms/typeset/text_breaks.hpp"
#include "kiosk/ui/rich.hpp"

namespace kiosk {
namespace {

// Byte offsets of the borders between characters as people see them, first 0 and last the end.
std::vector<std::size_t> borders(const std::string& text) {
    std::vector<std::size_t> found{0};
    for (const auto& cluster : forms::TextBreaks().clusters(text)) found.push_back(cluster.to);
    return found;
}

std::size_t before(const Edited& now) {
    std::size_t last = 0;
    for (const auto border : borders(now.text))
        if (border < now.caret) last = border;
    return last;
}

std::size_t after(const Edited& now) {
    for (const auto border : borders(now.text))
        if (border > now.caret) return border;
    return now.text.size();
}

bool refused(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFD ||
           (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF;
}

// The one kana that a kana and a combining mark make together; 0 when they make none.
char32_t composed(char32_t kana, char32_t mark) {
    if (mark != 0x3099 && mark != 0x309A) return 0;
    constexpr std::u32string_view kPlain =
        U"かきくけこさしすせそたちつてとはひふへほうカキクケコサシスセソタチツテトハヒフヘホウ";
    constexpr std::u32string_view kVoiced =
        U"がぎぐげござじずぜぞだぢづでどばびぶべぼゔガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    constexpr std::u32string_view kHalf = U"はひふへほハヒフヘホ";
    constexpr std::u32string_view kHalfVoiced = U"ぱぴぷぺぽパピプペポ";
    const auto& from = mark == 0x3099 ? kPlain : kHalf;
    const auto& to = mark == 0x3099 ? kVoiced : kHalfVoiced;
    const auto at = from.find(kana);
    return at == std::u32string_view::npos ? 0 : to[at];
}

}  // namespace

Edited typed_into(const Edited& now, char32_t character) {
    if (refused(character)) return now;
    std::string head = now.text.substr(0, now.caret);
    const auto tail = now.text.substr(now.caret);
    const auto points = code_points(head);
    if (!points.empty())
        if (const auto whole = composed(points.back(), character); whole != 0) {
            std::string last;
            append_utf8(last, points.back());
            head.resize(head.size() - last.size());
            character = whole;
        }
    append_utf8(head, character);
    return {head + tail, head.size()};
}

Edited edited_by(const Edited& now, KeyName key) {
    switch (key) {
        case KeyName::Backspace: {
            const auto from = before(now);
            return {now.text.substr(0, from) + now.text.substr(now.caret), from};
        }
        case KeyName::Delete:
            return {now.text.substr(0, now.caret) + now.text.substr(after(now)), now.caret};
        case KeyName::Left:
            return {now.text, before(now)};
        case KeyName::Right:
            return {now.text, after(now)};
        case KeyName::Home:
            return {now.text, 0};
        case KeyName::End:
            return {now.text, now.text.size()};
        default:
            return now;
    }
}

}  // namespace kiosk
