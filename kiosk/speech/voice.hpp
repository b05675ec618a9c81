#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace kiosk::speech {

/// One sentence to be said.
struct Sentence {
    std::string id{};        // of the node it stands for: names a recorded clip
    std::string reading{};   // how it is said; kana for Japanese
    std::string language{};  // id of a language of the pack: ja, easy, en, zh …
    bool operator==(const Sentence&) const = default;
};

/// Something that speaks. Calls return at once; what is being said goes on until it ends or stop().
class Voice {
public:
    Voice() = default;
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    virtual ~Voice() = default;

    /// Says it after what is being said. False when this voice cannot say it.
    virtual bool say(const Sentence& sentence) = 0;
    /// Silence within 200 ms (facts/ux.md R15).
    virtual void stop() = 0;
};

/// Recorded clips, `FOLDER/LANGUAGE/ID.wav`, played by `player` (a program that takes the file as its last
/// argument). Says only what was recorded.
[[nodiscard]] std::unique_ptr<Voice> clips(std::filesystem::path folder, std::string player = "aplay");

/// speech-dispatcher, where one runs or can be started; otherwise nothing.
[[nodiscard]] std::unique_ptr<Voice> dispatcher();

/// The first voice that can say a sentence says it; none: silence.
[[nodiscard]] std::unique_ptr<Voice> first_of(std::unique_ptr<Voice> first, std::unique_ptr<Voice> second);

}  // namespace kiosk::speech
