#include "cardreader/licence/jis.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <memory>

namespace cardreader::licence {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// EUC-JP is JIS X 0208 with the high bits set. In this table the hyphen of house numbers is U+FF0D, as My
// Number cards have it.
Converter euc_jp() {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open("euc-jp-2007", &error));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

constexpr char32_t kReplacement = 0xFFFD;

bool is_jis(std::uint8_t byte) {
    return byte >= 0x21 && byte <= 0x7E;
}

char32_t character_from(UConverter* converter, std::uint8_t row, std::uint8_t cell) {
    if (!is_jis(row) || !is_jis(cell)) return kReplacement;
    const std::array<char, 2> euc{static_cast<char>(row | 0x80), static_cast<char>(cell | 0x80)};
    std::array<char16_t, 2> unit{};
    UErrorCode error = U_ZERO_ERROR;
    const auto size =
        ucnv_toUChars(converter, unit.data(), static_cast<int>(unit.size()), euc.data(), 2, &error);
    return U_SUCCESS(error) && size == 1 ? unit[0] : kReplacement;
}

}  // namespace

CardText text_from_jis(ByteView bytes, Item item) {
    const auto converter = euc_jp();
    CardText text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool whole = converter && at + 1 < bytes.size();
        const auto character =
            whole ? character_from(converter.get(), bytes[at], bytes[at + 1]) : kReplacement;
        append_utf8(text.utf8, character);
        if (looks_substituted(character))
            text.doubts.push_back({.item = item, .character = character, .position = at / 2});
    }
    return text;
}

std::optional<Bytes> jis_from(char32_t character) {
    const auto converter = euc_jp();
    if (!converter || character > 0xFFFF) return std::nullopt;
    const auto unit = static_cast<char16_t>(character);
    std::array<char, 4> euc{};
    UErrorCode error = U_ZERO_ERROR;
    const auto size =
        ucnv_fromUChars(converter.get(), euc.data(), static_cast<int>(euc.size()), &unit, 1, &error);
    const auto row = static_cast<std::uint8_t>(euc[0] & 0x7F);
    const auto cell = static_cast<std::uint8_t>(euc[1] & 0x7F);
    if (U_FAILURE(error) || size != 2 || !is_jis(row) || !is_jis(cell)) return std::nullopt;
    return Bytes{row, cell};
}

}  // namespace cardreader::licence
