#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/output/profile.hpp"

namespace kiosk::output {

/// A UTF-8 text in another character set; empty unless decoding gives back the very same text (CP932 folds 〜
/// and ～, so that a wave dash would come back as another character: not the same).
[[nodiscard]] std::optional<std::string> encode(std::string_view utf8, Charset charset);

/// One code point of a text and the byte it starts at.
struct CodePoint {
    char32_t value = 0;
    std::string utf8{};
};
[[nodiscard]] std::vector<CodePoint> code_points(std::string_view utf8);

[[nodiscard]] bool is_variation_selector(char32_t c);
[[nodiscard]] bool is_private_use(char32_t c);

/// In which Japanese sets a character is; ASCII counts as being in all. Variation selectors are in none.
struct JisSets {
    bool x0208 = false, x0212 = false, x0213 = false;
};

/// Looks characters up in the C library's own tables and remembers them: a package asks for the same ones
/// again and again.
class JisLookup {
public:
    [[nodiscard]] JisSets sets(const CodePoint& c);

private:
    std::map<char32_t, JisSets> known_;
};

/// How far the texts of a package leave the older sets (manifest: characterReport).
struct CharacterReport {
    int outside0208 = 0;
    int outside0212 = 0;  // outside JIS X 0208 and 0212 together: what a signature certificate cannot hold
    int outside0213 = 0;
    int ivs = 0;
    int pua = 0;
};
void count(std::string_view utf8, JisLookup& lookup, CharacterReport& report);

}  // namespace kiosk::output
