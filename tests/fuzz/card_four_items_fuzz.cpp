#include <cstdlib>
#include <string_view>

#include "cardreader/my_number/parse.hpp"
#include "cardreader/text.hpp"

using namespace cardreader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto items = my_number::parse_four_items(ByteView(data, size));
    if (!items) return 0;
    const bool date = items->birth_date.empty() || items->birth_date.size() == 10;
    const bool sex = std::string_view("0129").find(items->sex) != std::string_view::npos;
    // Text that came out is valid: reading it once more changes nothing.
    for (const auto& text : {items->name, items->address}) {
        const Bytes bytes(text.begin(), text.end());
        if (card_text(bytes, Item::Name).utf8 != text) std::abort();
    }
    if (!date || !sex) std::abort();
    return 0;
}
