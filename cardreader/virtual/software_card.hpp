#pragma once
#include <optional>
#include <vector>

#include "cardreader/bytes.hpp"
#include "cardreader/virtual/chip.hpp"

namespace cardreader::virtual_card {

/// A command APDU taken apart (ISO/IEC 7816-4, 5.1): short and extended lengths.
struct Command {
    std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
    ByteView data;
    std::optional<std::size_t> expected;  // Le; 256 or 65536 when the card may send all it has
};

/// Empty when the lengths do not fit together.
[[nodiscard]] std::optional<Command> parse_command(ByteView apdu);

/// A card in software that answers as the card answers: tries that count down and outlast power, rights that
/// do not.
class SoftwareCard {
public:
    explicit SoftwareCard(Chip chip) : chip_(std::move(chip)) {}

    [[nodiscard]] const Bytes& atr() const noexcept { return chip_.atr; }
    [[nodiscard]] const Chip& chip() const noexcept { return chip_; }

    /// Answers one command APDU: data, then two status bytes.
    [[nodiscard]] Bytes answer(ByteView apdu);

    /// Forgets every verified secret and what was selected. A warm reset keeps the rights
    /// (facts/card.md 2.3).
    void power_off();
    void reset();

    /// Files whose content was asked for or which were selected, with the application's place in the chip: so
    /// that a test can show which never were.
    struct Touched {
        std::size_t application = 0;
        std::uint16_t file = 0;
        bool operator==(const Touched&) const = default;
    };
    [[nodiscard]] const std::vector<Touched>& touched() const noexcept { return touched_; }
    /// How many VERIFY commands carried digits, since the card was made.
    [[nodiscard]] int verifications() const noexcept { return verifications_; }

private:
    Bytes dispatch(const Command& command);
    Bytes select(const Command& command);
    Bytes select_master_file();
    Bytes verify(const Command& command);
    Bytes read_binary(const Command& command);
    Bytes read_record(const Command& command);
    Bytes sign(const Command& command);
    [[nodiscard]] Application* application();
    [[nodiscard]] bool allowed(const ElementaryFile& file);
    ElementaryFile* file_for_reading(std::uint16_t id);

    Chip chip_;
    std::optional<std::size_t> selected_;  // application
    std::optional<std::uint16_t> selected_file_;
    std::vector<Touched> touched_;
    int verifications_ = 0;
};

}  // namespace cardreader::virtual_card
