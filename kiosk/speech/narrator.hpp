#pragma once

#include <string>
#include <vector>

#include "kiosk/speech/voice.hpp"
#include "kiosk/ui/node.hpp"

namespace kiosk::speech {

/// What a resident who listens hears next: `interrupts` says that what is being said is out of date.
struct Narration {
    bool interrupts = false;
    std::vector<Sentence> sentences{};
    bool operator==(const Narration&) const = default;
};

/// Follows the screen frame by frame and says what is new on it: a new screen from its heading on, the part
/// the keyboard came to, an answer that was chosen. Says readings only. What belongs to a person (what was
/// typed, what the card said, the answers in the review) is not said aloud: a kiosk stands in a hall.
class Narrator {
public:
    /// `screen` names what is showing, as Ui::begin was told.
    [[nodiscard]] Narration hear(const std::string& screen, const Tree& tree);
    /// The voice was switched off, or its listener left: the next screen is new.
    void forget() { *this = Narrator{}; }

private:
    std::string screen_{};
    std::string focused_{};
    std::string selected_{};
};

/// Whether a part of the screen may hold what belongs to one person.
[[nodiscard]] bool personal(const Node& node);

}  // namespace kiosk::speech
