#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::writing {

/// Kana to kanji for free text and addresses, by anthy. Not for names of persons: those come from a list of
/// names, as a sentence converter splits them wrongly (facts/ux.md §4.2). With the personality "" anthy keeps
/// no history and writes no file, so that a resident's words never become the next one's candidates. One at
/// a time in a process and on one thread: anthy has one state for all.
class KanaKanji {
public:
    static constexpr std::size_t kMost = 12;

    KanaKanji() = default;
    KanaKanji(const KanaKanji&) = delete;
    KanaKanji& operator=(const KanaKanji&) = delete;
    ~KanaKanji() { forget(); }

    /// What `kana` (UTF-8 hiragana) may be written as, the likeliest first, each once, at most kMost; never
    /// the kana itself. Empty when there is nothing to offer or no dictionary is installed.
    [[nodiscard]] std::vector<std::string> candidates(std::string_view kana);

    /// Gives anthy's memory back, and with it what was asked. The next question starts it again (12 ms).
    void forget();

private:
    bool started_ = false;
};

}  // namespace kiosk::writing
