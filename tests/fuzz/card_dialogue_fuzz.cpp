#include <algorithm>
#include <cstdlib>

#include "cardreader/identify.hpp"
#include "cardreader/my_number/read.hpp"
#include "cardreader/virtual/authority.hpp"

using namespace cardreader;

namespace {

/// A card that says whatever the input says: for each answer two bytes of length, then data and status words.
/// At the end of the input it is lifted. Watches what we say to it.
class FuzzedCard final : public Session {
public:
    explicit FuzzedCard(ByteView input) : input_(input) {}

    Result<Response> transmit(ByteView command) override {
        verifications_ += command.size() > 5 && command[1] == 0x20;
        const bool selects_my_number = command.size() == 7 && command[1] == 0xA4 && command[2] == 0x02 &&
                                       command[5] == 0 && command[6] == 1;
        const bool reads_my_number = command.size() >= 4 && command[1] == 0xB0 && command[2] == 0x81;
        if (verifications_ > 1 || selects_my_number || reads_my_number) std::abort();
        if (input_.size() < 2) return fail({.code = Errc::CardRemoved});
        const auto size = std::min<std::size_t>(static_cast<std::size_t>(input_[0] % 5) << 8 | input_[1],
                                                input_.size() - 2);
        const auto answer = input_.subspan(2, size);
        input_ = input_.subspan(2 + size);
        if (size < 2) return fail({.code = Errc::Truncated});
        const auto status = static_cast<std::uint16_t>(answer[size - 2] << 8 | answer[size - 1]);
        return Response{.data = Bytes(answer.begin(), answer.end() - 2), .status = StatusWord{status}};
    }

private:
    ByteView input_;
    int verifications_ = 0;
};

const TrustAnchors& anchors() {
    static const auto made = virtual_card::Authority::make().anchors();
    return made;
}

}  // namespace

// Making keys takes seconds on a busy machine, and is not to be counted against the first input.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    (void)anchors();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto pin = Pin::from_digits("1234");
    static const auto number_b = NumberB::from_digits("55021720352285");
    if (size == 0) return 0;
    FuzzedCard card(ByteView(data + 1, size - 1));
    switch (data[0] % 5) {
        case 0:
            (void)read_four_items(card, *pin);
            break;
        case 1:
            (void)read_four_items(card, *number_b, anchors());
            break;
        case 2:
            (void)tries_left(card, Entry::ByPin);
            break;
        case 3:
            (void)identify(card);
            break;
        default:
            (void)read_four_items(card, *pin, anchors(), Challenge::Yes);
            break;
    }
    return 0;
}
