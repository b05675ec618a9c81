#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/readings.hpp"
#include "kiosk/ui/rich.hpp"

namespace kiosk {

/// The words of the fixed chrome in every language: assets/words/<language>.toml, one flat table of id =
/// "words" with the notation of parse_rich() and places such as {n} to be filled.
class Words {
public:
    using Fills = std::vector<std::pair<std::string_view, std::string>>;

    /// Throws std::runtime_error naming file and line when a file cannot be read: without words nothing can
    /// be shown.
    explicit Words(const std::filesystem::path& assets);

    /// The words of `id` with its places filled; Japanese when the language has none; the id itself when
    /// nobody has (a test holds that this never happens).
    [[nodiscard]] Rich get(std::string_view language, std::string_view id, const Fills& fills = {}) const;
    [[nodiscard]] bool has(std::string_view language, std::string_view id) const;
    [[nodiscard]] std::vector<std::string> ids(std::string_view language) const;
    [[nodiscard]] std::vector<std::string> languages() const;
    /// A sentence of やさしい日本語 with the readings that are known.
    [[nodiscard]] Rich easy(std::string_view sentence) const { return readings_.over(sentence); }

private:
    using Table = std::map<std::string, std::string, std::less<>>;
    std::map<std::string, Table, std::less<>> tables_;
    Readings readings_;
};

}  // namespace kiosk
