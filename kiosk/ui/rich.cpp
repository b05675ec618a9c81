#include "kiosk/ui/rich.hpp"

#include <cstdint>

namespace kiosk {
namespace {

constexpr char32_t kBaseMark = U'｜';
constexpr char32_t kRubyOpen = U'《';
constexpr char32_t kRubyClose = U'》';

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

// Collects code points and cuts them into spans when the way of setting changes.
struct Writer {
    Rich rich;
    std::u32string open;
    std::size_t base = std::u32string::npos;
    bool bold = false;

    void close() {
        if (!open.empty()) rich.push_back({utf8(open), {}, bold});
        open.clear();
        base = std::u32string::npos;
    }
    void ruby(std::u32string_view reading) {
        std::size_t from = base;
        if (from == std::u32string::npos) {
            from = open.size();
            while (from > 0 && is_kanji(open[from - 1])) --from;
        }
        const auto word = open.substr(from);
        open.resize(from);
        close();
        rich.push_back({utf8(word), utf8(reading), bold});
    }
};

}  // namespace

Rich parse_rich(std::string_view marked) {
    const auto text = code_points(marked);
    Writer writer;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == kBaseMark) {
            writer.base = writer.open.size();
        } else if (text[i] == U'*') {
            writer.close();
            writer.bold = !writer.bold;
        } else if (const auto end = text[i] == kRubyOpen ? text.find(kRubyClose, i) : std::u32string::npos;
                   end != std::u32string::npos) {
            writer.ruby(std::u32string_view(text).substr(i + 1, end - i - 1));
            i = end;
        } else {
            writer.open.push_back(text[i]);
        }
    }
    writer.close();
    return writer.rich;
}

Rich as_is(std::string_view text) {
    return {{std::string(text), {}, false}};
}

Rich in_japanese(Rich words) {
    for (auto& span : words) span.language = "ja";
    return words;
}

std::string plain(const Rich& rich) {
    std::string text;
    for (const auto& span : rich) text += span.text;
    return text;
}

std::string reading_of(const Rich& rich) {
    std::string text;
    for (const auto& span : rich) text += span.ruby.empty() ? span.text : span.ruby;
    return text;
}

bool lacks_ruby(const Rich& rich) {
    for (const auto& span : rich) {
        if (!span.ruby.empty()) continue;
        for (const char32_t c : code_points(span.text))
            if (is_kanji(c)) return true;
    }
    return false;
}

std::u32string code_points(std::string_view utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<std::uint8_t>(utf8[i]);
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xC0 ? 0
                                   : lead < 0xE0 ? 2
                                   : lead < 0xF0 ? 3
                                   : lead < 0xF8 ? 4
                                                 : 0;
        if (length == 0 || i + length > utf8.size()) {
            out.push_back(U'\uFFFD');
            ++i;
            continue;
        }
        constexpr std::uint8_t kLeadBits[]{0, 0x7F, 0x1F, 0x0F, 0x07};
        char32_t c = lead & kLeadBits[length];
        for (std::size_t k = 1; k < length; ++k)
            c = c << 6U | (static_cast<std::uint8_t>(utf8[i + k]) & 0x3FU);
        out.push_back(c);
        i += length;
    }
    return out;
}

void append_utf8(std::string& to, char32_t c) {
    const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(static_cast<std::uint8_t>(byte))); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0U | c >> 6U);
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3FU));
    } else {
        put(0xF0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU));
    }
    put(0x80U | (c & 0x3FU));
}

bool is_kanji(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || c == U'々' || c == U'〆' || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace kiosk
