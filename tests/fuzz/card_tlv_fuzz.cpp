#include <cstdlib>

#include "cardreader/tlv.hpp"

using namespace cardreader;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

bool inside(ByteView part, ByteView whole) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    const auto object = tlv(bytes);
    if (object) {
        must(inside(object->value, bytes) && inside(object->whole, bytes));
        // What was read and is written again means the same, however long its length was before.
        const auto again = tlv_bytes(object->tag, object->value);
        const auto reread = tlv(again);
        must(reread && reread->tag == object->tag && reread->value.size() == object->value.size());
    }
    for (const std::uint32_t tag : {0xDF22u, 0x5F4Eu, 0x90u})
        if (const auto found = find(bytes, tag)) must(found->tag == tag && inside(found->whole, bytes));
    return 0;
}
