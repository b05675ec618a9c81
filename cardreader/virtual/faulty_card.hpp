#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "cardreader/virtual/fault.hpp"
#include "cardreader/virtual/software_card.hpp"

namespace cardreader::virtual_card {

/// What the outside sees of one command: an answer after a while, silence, or a card that is gone.
struct Answered {
    Bytes bytes;
    std::chrono::milliseconds after{0};
};
struct NeverAnswered {};
struct Lifted {};
using Happening = std::variant<Answered, NeverAnswered, Lifted>;

/// A software card to which things happen, each at its command.
class FaultyCard {
public:
    explicit FaultyCard(SoftwareCard card, std::vector<Fault> faults = {})
        : card_(std::move(card)), faults_(std::move(faults)) {}

    /// Who hears every command that reaches the card, before it is answered.
    using Listener = std::function<void(ByteView apdu)>;
    void tell(Listener listener) { listener_ = std::move(listener); }

    [[nodiscard]] Happening answer(ByteView apdu);
    [[nodiscard]] SoftwareCard& card() noexcept { return card_; }
    /// Commands that reached the card so far.
    [[nodiscard]] int commands() const noexcept { return commands_; }

private:
    SoftwareCard card_;
    std::vector<Fault> faults_;
    Listener listener_;
    int commands_ = 0;
};

}  // namespace cardreader::virtual_card
