#pragma once

#include <filesystem>
#include <map>
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
    using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;
    Lists names_;      // kana → "佐藤;姓"
    Lists variants_;   // 邉 → 邊 辺 …
    Lists sequences_;  // 邉 → 邉󠄐 …
};

}  // namespace kiosk
