#include "cardreader/virtual/faulty_card.hpp"

#include <algorithm>

namespace cardreader::virtual_card {

namespace {

constexpr std::size_t kTooMuch = 300;

Bytes garbage(std::size_t size) {
    Bytes bytes(size);
    std::uint8_t next = 0x5A;
    for (auto& byte : bytes) byte = next = static_cast<std::uint8_t>(next * 29 + 17);
    bytes.push_back(0x90);
    bytes.push_back(0x00);
    return bytes;
}

}  // namespace

Happening FaultyCard::answer(ByteView apdu) {
    ++commands_;
    if (listener_) listener_(apdu);
    const auto fault = std::ranges::find(faults_, commands_, &Fault::at);
    if (fault == faults_.end()) return Answered{card_.answer(apdu)};
    switch (fault->kind) {
        case FaultKind::Removed:
            return Lifted{};
        case FaultKind::Silent:
            return NeverAnswered{};
        case FaultKind::Status:
            return Answered{{static_cast<std::uint8_t>(fault->status >> 8),
                             static_cast<std::uint8_t>(fault->status & 0xFF)}};
        case FaultKind::Delay:
            return Answered{card_.answer(apdu), fault->delay};
        case FaultKind::Garbage:
            return Answered{garbage(card_.answer(apdu).size())};
        case FaultKind::Truncated: {
            auto bytes = card_.answer(apdu);
            bytes.resize(bytes.size() / 2);
            return Answered{std::move(bytes)};
        }
        case FaultKind::Oversized: {
            auto bytes = card_.answer(apdu);
            bytes.insert(bytes.begin(), kTooMuch, 0x41);
            return Answered{std::move(bytes)};
        }
    }
    return Lifted{};
}

}  // namespace cardreader::virtual_card
