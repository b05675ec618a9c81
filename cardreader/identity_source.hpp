#pragma once
#include <memory>
#include <utility>
#include <variant>

#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"
#include "cardreader/licence/read.hpp"
#include "cardreader/my_number/read.hpp"

namespace cardreader {

/// A kind of card that can say who its holder is, with the secret its holder has entered for it.
class IdentitySource {
public:
    IdentitySource() = default;
    IdentitySource(const IdentitySource&) = delete;
    IdentitySource& operator=(const IdentitySource&) = delete;
    virtual ~IdentitySource() = default;

    [[nodiscard]] virtual CardKind kind() const noexcept = 0;
    /// Tries left for the secret; uses none.
    [[nodiscard]] virtual Result<int> tries_left(Session& card) const = 0;
    /// One VERIFY at most.
    [[nodiscard]] virtual Result<FourItems> read(Session& card) const = 0;
};

class MyNumberCard final : public IdentitySource {
public:
    explicit MyNumberCard(std::variant<Pin, NumberB> secret, TrustAnchors anchors = {},
                          Challenge challenge = Challenge::No)
        : secret_(std::move(secret)), anchors_(std::move(anchors)), challenge_(challenge) {}

    [[nodiscard]] CardKind kind() const noexcept override { return CardKind::MyNumber; }
    [[nodiscard]] Result<int> tries_left(Session& card) const override {
        return cardreader::tries_left(card,
                                      std::holds_alternative<Pin>(secret_) ? Entry::ByPin : Entry::ByNumberB);
    }
    [[nodiscard]] Result<FourItems> read(Session& card) const override {
        return std::visit(
            [&](const auto& secret) { return read_four_items(card, secret, anchors_, challenge_); }, secret_);
    }

private:
    std::variant<Pin, NumberB> secret_;
    TrustAnchors anchors_;
    Challenge challenge_;
};

class DriversLicence final : public IdentitySource {
public:
    explicit DriversLicence(Pin pin) : pin_(std::move(pin)) {}

    [[nodiscard]] CardKind kind() const noexcept override { return CardKind::DriversLicence; }
    [[nodiscard]] Result<int> tries_left(Session& card) const override { return licence::tries_left(card); }
    [[nodiscard]] Result<FourItems> read(Session& card) const override { return licence::read(card, pin_); }

private:
    Pin pin_;
};

}  // namespace cardreader
