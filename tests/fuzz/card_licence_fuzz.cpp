#include <cstdlib>
#include <string_view>

#include "cardreader/licence/jis.hpp"
#include "cardreader/licence/parse.hpp"
#include "cardreader/text.hpp"

using namespace cardreader;

// The input is both files of a licence, one after the other; its first byte says where the second begins.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView files(data + 1, size - 1);
    const auto border = files.size() * data[0] / 256;
    const auto items = licence::parse_licence(files.first(border), files.subspan(border));
    if (!items) return 0;
    for (const auto& text : {items->name, items->address}) {
        const Bytes bytes(text.begin(), text.end());
        if (card_text(bytes, Item::Name).utf8 != text) std::abort();
    }
    if (items->sex != '0' || (!items->birth_date.empty() && items->birth_date.size() != 10)) std::abort();
    return 0;
}
