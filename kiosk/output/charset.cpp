#include "kiosk/output/charset.hpp"

#include <iconv.h>

#include <array>
#include <stdexcept>

namespace kiosk::output {

namespace {

class Converter {
public:
    Converter(const char* to, const char* from) : handle_(::iconv_open(to, from)) {
        // The tables come with the C library; a machine without them must not export names at all.
        if (reinterpret_cast<std::intptr_t>(handle_) == -1)
            throw std::runtime_error(std::string("no converter to ") + to);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() { ::iconv_close(handle_); }

    [[nodiscard]] std::optional<std::string> convert(std::string_view text) const {
        std::string in(text);
        std::string out(text.size() * 4 + 16, '\0');
        char* from = in.data();
        char* to = out.data();
        std::size_t left = in.size(), room = out.size();
        if (::iconv(handle_, &from, &left, &to, &room) != 0)
            return std::nullopt;  // also what it would transliterate
        if (::iconv(handle_, nullptr, nullptr, &to, &room) != 0) return std::nullopt;
        out.resize(out.size() - room);
        return out;
    }

private:
    iconv_t handle_;
};

std::optional<std::string> there_and_back(std::string_view utf8, const char* name) {
    auto encoded = Converter(name, "UTF-8").convert(utf8);
    if (!encoded || Converter("UTF-8", name).convert(*encoded) != utf8) return std::nullopt;
    return encoded;
}

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::optional<std::string> encode(std::string_view utf8, Charset charset) {
    switch (charset) {
        case Charset::Utf8:
        case Charset::Utf8Bom:
            return std::string(utf8);
        case Charset::Cp932:
            return there_and_back(utf8, "CP932");
        case Charset::Sjis2004:
            return there_and_back(utf8, "SHIFT_JISX0213");
    }
    return std::nullopt;
}

std::vector<CodePoint> code_points(std::string_view utf8) {
    std::vector<CodePoint> points;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const auto length = length_of(lead);
        char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
            value = (value << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
        points.push_back({value, std::string(utf8.substr(at, length))});
        at += length;
    }
    return points;
}

bool is_variation_selector(char32_t c) {
    return (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

JisSets JisLookup::sets(const CodePoint& c) {
    if (c.value < 0x80) return {true, true, true};
    if (const auto seen = known_.find(c.value); seen != known_.end()) return seen->second;
    constexpr unsigned char kHalfWidthKana = 0x8E, kSupplement = 0x8F;  // EUC-JP's single shifts
    const auto euc = there_and_back(c.utf8, "EUC-JP");
    const auto lead = euc ? static_cast<unsigned char>(euc->front()) : 0;
    const bool x0208 = euc && lead != kHalfWidthKana && lead != kSupplement;
    const bool x0212 = euc && lead == kSupplement;
    const JisSets found{x0208, x0212, there_and_back(c.utf8, "EUC-JISX0213").has_value()};
    known_.emplace(c.value, found);
    return found;
}

void count(std::string_view utf8, JisLookup& lookup, CharacterReport& report) {
    for (const auto& c : code_points(utf8)) {
        if (c.value < 0x80) continue;
        if (is_variation_selector(c.value)) {
            ++report.ivs;
            continue;
        }
        const auto sets = lookup.sets(c);
        report.outside0208 += sets.x0208 ? 0 : 1;
        report.outside0212 += sets.x0208 || sets.x0212 ? 0 : 1;
        report.outside0213 += sets.x0213 ? 0 : 1;
        report.pua += is_private_use(c.value) ? 1 : 0;
    }
}

}  // namespace kiosk::output
