#include "forms/sheets/eyes.hpp"

#include <algorithm>

#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

bool needs_eyes(std::string_view cluster) {
    for (std::size_t at = 0; at < cluster.size();) {
        const auto point = code_point_at(cluster, at);
        const bool compatibility = point.value >= 0xF900 && point.value <= 0xFAFF;
        const bool private_use = point.value >= 0xE000 && point.value <= 0xF8FF;
        const bool geta =
            point.value == U'〓' || point.value == U'\uFFFD';  // what a card writes for what it cannot say
        if (point.value > 0xFFFF || compatibility || private_use || geta ||
            is_variation_selector(point.value))
            return true;
        at += point.length;
    }
    return false;
}

}  // namespace

std::vector<EyeCheck> characters_for_eyes(const Pack& pack, const Facts& facts, Faces& faces) {
    std::vector<EyeCheck> found;
    for (const auto& [key, fact] : facts) {
        const auto* item = pack.item(key);
        if (!item || (item->type != ItemType::Name && item->type != ItemType::Address) || !fact.value)
            continue;
        const auto* text = std::get_if<std::string>(&*fact.value);
        const auto parts = split_key(key);
        if (!text || !parts) continue;
        const auto* person = pack.person(parts->subject);
        for (const auto& span : faces.breaks().clusters(*text)) {
            const auto character = span.of(*text);
            if (!needs_eyes(character) ||
                std::ranges::find(found, character, &EyeCheck::character) != found.end())
                continue;
            found.push_back(
                {std::string(character), (person ? person->label.ja + "の" : "") + item->label.ja});
        }
    }
    return found;
}

}  // namespace forms
