#include <algorithm>
#include <array>
#include <cstdlib>

#include "cardreader/my_number/authenticity.hpp"
#include "cardreader/tlv.hpp"
#include "cardreader/virtual/authority.hpp"

using namespace cardreader;

namespace {

struct Card {
    TrustAnchors anchors;
    std::array<Bytes, 3> files;  // four items, signature, certificate
};

// An honest card of an issuer made for this run.
Card make_card() {
    const auto authority = virtual_card::Authority::make();
    Bytes items = tlv_bytes(0xDF21, Bytes(8));
    for (const std::uint32_t tag : {0xDF22u, 0xDF23u, 0xDF24u, 0xDF25u}) {
        const auto item = tlv_bytes(tag, Bytes(8, 'A'));
        items.insert(items.end(), item.begin(), item.end());
    }
    Card card{.anchors = authority.anchors(), .files = {}};
    card.files[0] = tlv_bytes(0xFF20, items);
    card.files[1] = authority.signature_file(Bytes(17, '1'), card.files[0]);
    card.files[2] = authority.certificate_file();
    return card;
}

Verdict verdict_of(const std::array<Bytes, 3>& files, const TrustAnchors& anchors) {
    return my_number::check({.four_items = files[0], .signature = files[1], .certificate = files[2]}, anchors)
        .verdict;
}

// The part of the four items that is signed: everything from the name on.
bool same_items(const Bytes& file, const Bytes& honest) {
    constexpr std::size_t kBeforeTheName = 2 + 1 + 11;
    return file.size() == honest.size() &&
           std::equal(file.begin() + kBeforeTheName, file.end(), honest.begin() + kBeforeTheName);
}

// Each four bytes of input spoil one byte of one file.
void check_spoiled(const Card& card, ByteView changes) {
    auto files = card.files;
    for (; changes.size() >= 4; changes = changes.subspan(4)) {
        auto& file = files[changes[0] % files.size()];
        const auto place = static_cast<std::size_t>(changes[1] << 8 | changes[2]);
        file[place % file.size()] ^= changes[3];
    }
    const bool verified = verdict_of(files, card.anchors) == Verdict::Verified;
    if (verified && !same_items(files[0], card.files[0])) std::abort();
    if (!verified && files == card.files) std::abort();
}

// The input itself as three files of a stranger: never genuine.
void check_stranger(const Card& card, ByteView input) {
    const auto third = input.size() / 3;
    const std::array<Bytes, 3> files{
        Bytes(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(third)),
        Bytes(input.begin() + static_cast<std::ptrdiff_t>(third),
              input.begin() + static_cast<std::ptrdiff_t>(2 * third)),
        Bytes(input.begin() + static_cast<std::ptrdiff_t>(2 * third), input.end())};
    if (verdict_of(files, card.anchors) != Verdict::Failed) std::abort();
    // Alone, so that a damaged certificate does not hide the rest.
    auto one = card.files;
    one[1] = files[0];
    if (verdict_of(one, card.anchors) == Verdict::Verified) std::abort();
    one = card.files;
    one[2] = files[0];
    if (verdict_of(one, card.anchors) == Verdict::Verified) std::abort();
}

const Card& honest_card() {
    static const Card card = make_card();
    return card;
}

}  // namespace

// Making keys takes seconds on a busy machine, and is not to be counted against the first input.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    (void)honest_card();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    if (data[0] % 2 == 0)
        check_spoiled(honest_card(), input);
    else
        check_stranger(honest_card(), input);
    return 0;
}
