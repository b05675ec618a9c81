#include "kiosk/model/suggestible.hpp"

#include <algorithm>
#include <string_view>

namespace kiosk {

namespace {

constexpr std::size_t kKanaBytes = 3;
constexpr std::size_t kMostKana = 40;

/// Hiragana ぁ–ゖ and ー, which UTF-8 writes as E3 81 81 – E3 82 96 and E3 83 BC.
bool is_hiragana(std::string_view three) {
    return (three >= "\xE3\x81\x81" && three <= "\xE3\x82\x96") || three == "\xE3\x83\xBC";
}

std::string_view kana_end(std::string_view text) {
    std::size_t kana = 0;
    while (kana < kMostKana && text.size() >= (kana + 1) * kKanaBytes &&
           is_hiragana(text.substr(text.size() - (kana + 1) * kKanaBytes, kKanaBytes)))
        ++kana;
    return text.substr(text.size() - kana * kKanaBytes);
}

/// 1234567 or 123-4567 and nothing else.
bool is_postal_code(std::string_view text) {
    if (text.size() != 7 && !(text.size() == 8 && text[3] == '-')) return false;
    return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) == 7;
}

}  // namespace

std::string suggestible(const forms::Item& item, const TextDraft& text) {
    const bool address = item.type == forms::ItemType::Address;
    if (!address && item.type != forms::ItemType::Text) return {};
    const auto before = std::string_view(text.text).substr(0, text.caret);
    if (address && is_postal_code(before)) return std::string(before);
    return std::string(kana_end(before));
}

}  // namespace kiosk
