#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/ui/rich.hpp"

namespace kiosk {

/// How the words of やさしい日本語 are read (assets/readings/easy.txt), for sentences of a pack that carry no
/// readings of their own: its every kanji must have one (facts/ux.md YN7).
class Readings {
public:
    /// Throws std::runtime_error when the file cannot be read.
    explicit Readings(const std::filesystem::path& assets);
    /// The sentence with a reading over every word that is known; the others stay without.
    [[nodiscard]] Rich over(std::string_view sentence) const;

private:
    std::map<std::u32string, Rich, std::less<>> words_;
    std::size_t longest_ = 1;
};

}  // namespace kiosk
