#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class NamePart { Family, Given };

/// Kanji of names by their kana, and the other forms of a character: the SKK dictionaries of Debian
/// (skkdic-extra: jinmei, itaiji, ivd) as they are installed. Nothing is learned and nothing is written.
/// Empty where they are not installed; the kana board works without.
class NameDictionary {
public:
    explicit NameDictionary(const std::filesystem::path& skk = "/usr/share/skk");

    /// Candidates for one part of a name, the likely ones first; empty when the kana is not known.
    [[nodiscard]] std::vector<std::string> candidates(std::string_view kana, NamePart part) const;
    /// The character itself, its registered forms (variation sequences) and the characters it is exchanged
    /// with in names.
    [[nodiscard]] std::vector<std::string> forms(const std::string& character) const;
    [[nodiscard]] bool empty() const { return names_.empty(); }

private:
    /// Dictionaries as text, their lines in the order of their keys: a tenth of the memory of lists of words.
    class Lines {
    public:
        explicit Lines(std::string text);
        /// What stands under a key, "佐藤;姓" each; of all its lines.
        [[nodiscard]] std::vector<std::string> under(std::string_view key) const;
        [[nodiscard]] bool empty() const { return starts_.empty(); }

    private:
        [[nodiscard]] std::string_view line(std::uint32_t start) const;
        std::string text_;
        std::vector<std::uint32_t> starts_;
    };

    Lines names_;      // kana → "佐藤;姓"
    Lines variants_;   // 邉 → 邊 辺 …
    Lines sequences_;  // 邉 → 邉󠄐 …
};

}  // namespace kiosk
