#include "cardreader/tlv.hpp"

namespace cardreader {

namespace {

constexpr std::size_t kMaxTagBytes = 4;
constexpr std::size_t kMaxLengthBytes = 3;

// ISO/IEC 8825-1, 8.1.2: five low bits set in the first byte announce more tag bytes, each but the last with
// bit 8 set.
Result<std::size_t> tag_size(ByteView bytes) {
    if (bytes.empty()) return fail({.code = Errc::Truncated});
    if ((bytes[0] & 0x1F) != 0x1F) return std::size_t{1};
    for (std::size_t size = 2; size <= kMaxTagBytes; ++size) {
        if (size > bytes.size()) return fail({.code = Errc::Truncated});
        if ((bytes[size - 1] & 0x80) == 0) return size;
    }
    return fail({.code = Errc::BadResponse});
}

std::size_t number(ByteView bytes) {
    std::size_t value = 0;
    for (const auto byte : bytes) value = value << 8 | byte;
    return value;
}

void append_number(Bytes& to, std::size_t value, std::size_t size) {
    for (; size > 0; --size) to.push_back(static_cast<std::uint8_t>(value >> (8 * (size - 1))));
}

std::size_t bytes_needed(std::size_t value) {
    std::size_t size = 1;
    while (value > 0xFF) {
        value >>= 8;
        ++size;
    }
    return size;
}

}  // namespace

Result<TlvHeader> tlv_header(ByteView bytes) {
    const auto tag = tag_size(bytes);
    if (!tag) return fail(tag);
    if (bytes.size() == *tag) return fail({.code = Errc::Truncated});

    const std::uint8_t first = bytes[*tag];
    TlvHeader header{
        .tag = static_cast<std::uint32_t>(number(bytes.first(*tag))), .size = *tag + 1, .length = first};
    if (first < 0x80) return header;

    const std::size_t length_bytes = first & 0x7F;
    if (length_bytes == 0 || length_bytes > kMaxLengthBytes) return fail({.code = Errc::BadResponse});
    header.size += length_bytes;
    if (header.size > bytes.size()) return fail({.code = Errc::Truncated});
    header.length = number(bytes.subspan(*tag + 1, length_bytes));
    return header;
}

Result<Tlv> tlv(ByteView bytes) {
    const auto header = tlv_header(bytes);
    if (!header) return fail(header);
    if (header->total() > bytes.size()) return fail({.code = Errc::Truncated});
    return Tlv{.tag = header->tag,
               .value = bytes.subspan(header->size, header->length),
               .whole = bytes.first(header->total())};
}

std::optional<Tlv> find(ByteView bytes, std::uint32_t tag) {
    while (!bytes.empty()) {
        const auto object = tlv(bytes);
        if (!object) return std::nullopt;
        if (object->tag == tag) return *object;
        bytes = bytes.subspan(object->whole.size());
    }
    return std::nullopt;
}

Bytes tlv_bytes(std::uint32_t tag, ByteView value) {
    Bytes bytes;
    append_number(bytes, tag, bytes_needed(tag));
    if (value.size() >= 0x80) bytes.push_back(static_cast<std::uint8_t>(0x80 | bytes_needed(value.size())));
    append_number(bytes, value.size(), bytes_needed(value.size()));
    bytes.insert(bytes.end(), value.begin(), value.end());
    return bytes;
}

}  // namespace cardreader
